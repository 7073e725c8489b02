package io.retake.dsl.prompt;

import io.retake.core.protocol.MediaType;
import io.retake.dsl.scope.Words;
import io.retake.dsl.syntax.TypedTokens;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Distinguishes a statement from plain words by its shape. English sentences begin with verbs too, so a word is not
 * enough: the text after it must look like arguments ({@code trim from: 2.s}, {@code mute}), and must not continue as a
 * sentence ({@code trim the first 10 seconds}). An ambiguous text is a statement.
 */
final class StatementShape {
    /** Stands for a text in quotes or slashes, whose words are ignored. */
    static final char TEXT = '\uE000';

    private static final String NAME = "[\\p{L}_$][\\p{L}\\p{N}_$]*";
    private static final Pattern DECLARATION = Pattern.compile("(?s)(?:final\\s+)?(?:def|var)\\b.*"
            + "|(?:final\\s+)?" + NAME + "(?:\\." + NAME + ")*+(?:<[^=]*>)?(?:\\[\\])*+\\s++" + NAME + "\\s*+=[^=].*"
            + "|(?:(?:public|private|static|final)\\s++){0,4}(?:void|" + NAME + "(?:<[^(]*>)?(?:\\[\\])*+)\\s++" + NAME
            + "\\s*+\\([^)]*+\\)\\s*+\\{.*"
            + "|(?:abstract\\s+|final\\s+)?(?:class|interface|enum|record|trait)\\s+\\p{Lu}\\w*.*");
    /** The answer to "Did you mean 1: … or 2: …?"; nobody asks a prompt for the value of 1. */
    private static final Pattern CHOICE = Pattern.compile("[12]");

    private static final Pattern IMPORT = Pattern.compile(
            "import\\s+(?:static\\s+)?" + NAME + "(?:\\." + NAME + ")++(?:\\.\\*)?(?:\\s+as\\s+" + NAME
                    + ")?[ \\t]*+(?:[;\\r\\n].*)?",
            Pattern.DOTALL);
    private static final Pattern CONTROL = Pattern.compile(
            "(?s)(?:(?:for|while|if|switch|synchronized)\\s*\\(.*|(?:try|do)\\s*\\{.*|new\\s+\\p{Lu}[\\w.<>]*\\s*[(\\[].*"
                    + "|throw\\s+new\\s.*|assert\\s+\\S.*(?:[=<>]=?|\\)).*|return)");
    private static final Pattern FIRST = Pattern.compile("(?s)(" + NAME + ")(.*)");
    private static final Pattern SEPARATED = Pattern.compile("(?s)\\s*(?:;|[=!]=).*");
    private static final Pattern EXPORT_SIZE = Pattern.compile("\\s*\\d+\\p{L}*\\s*"); // export 4k
    private static final Pattern CHANGE = Pattern.compile("(?s)\\s*(?:[-+*/%]?=(?:[^=~].*)?|\\+\\+|--)");
    private static final Pattern OPERATOR =
            Pattern.compile("(?s)\\s*(?:[+*/%<>?|&^\\[]|-\\s|-\\d|==|!=|\\.\\.|\\?\\.|\\sin\\s|\\sas\\s).*");
    private static final Pattern EXPRESSION = Pattern.compile("(?s)[\\[{\"!~@].*|-\\s*[\\d(].*");
    /** But neither {@code (please) mute it} nor {@code (no title)}. */
    private static final Pattern BRACKETS =
            Pattern.compile("(?s)\\((?![^()]*\\)\\s+\\p{L})(?!\\p{L}+\\s[\\p{L}\\s,']*\\)\\s*$).*");

    private static final Pattern NEGATED = Pattern.compile("-\\s*(" + NAME + ")");
    private static final Pattern NUMBER = Pattern.compile("[\\d_]+(?:\\.\\d+)?(?:\\.\\p{L}+(?:\\([^)]*\\))?){0,20}");
    private static final Pattern CALCULATED =
            Pattern.compile("(?s)\\s*(?:[-+*/%<>=!&|?]+|\\.\\.<?|\\?:)\\s*(?:[\\d\\[({\"'-]|(" + NAME + ")).*");
    private static final Pattern BLOCK = Pattern.compile("(?s)\\.\\p{L}+\\s*(?:\\([^)]*\\)\\s*)?\\{.*");
    private static final Pattern CALLED = Pattern.compile("(?s)(?:\\??\\.|\\*\\.)" + NAME + ".*|\\[.*");
    private static final Set<String> LITERALS = Set.of("true", "false", "null", "this");
    private static final Pattern COMPARED =
            Pattern.compile("(?s)\\s*(?:&&|\\|\\||[=!<>]=|[<>+]|\\?[^\\s]*\\s*\\S).*|\\.\\p{L}.*");

    private final Set<String> names;
    private final Arguments arguments;
    private final CodeMarks marks;

    StatementShape(Set<String> names) {
        this.names = names;
        this.arguments = new Arguments(names);
        this.marks = new CodeMarks(names);
    }

    boolean fits(String text) {
        if (text.startsWith("//") || text.startsWith("/*")) {
            return true;
        }
        if (CHOICE.matcher(text).matches()) {
            return false;
        }
        if (DECLARATION.matcher(text).matches() || CONTROL.matcher(text).matches()) {
            return true;
        }
        if (IMPORT.matcher(text).matches()) {
            return MediaType.ofName(text).isEmpty();
        }
        String bare = TypedTokens.words(text).withoutTexts(TEXT);
        boolean expression = EXPRESSION.matcher(text).matches()
                || BRACKETS.matcher(text).matches()
                || (text.startsWith("$/") && bare.charAt(0) == TEXT)
                || isNegated(text)
                || isCalculation(text);
        if (expression) {
            return true;
        }
        Matcher first = FIRST.matcher(text);
        return first.matches() && word(first.group(1), first.group(2), bare.substring(first.end(1)));
    }

    /**
     * Recognizes {@code 2.s + 1.s} and {@code 3.times { … }}, but not {@code 16:9}, {@code 2x} or {@code 50% louder}.
     */
    private boolean isCalculation(String text) {
        Matcher number = NUMBER.matcher(text);
        if (!number.lookingAt()) {
            return false;
        }
        String rest = text.substring(number.end());
        if (rest.isBlank()
                || BLOCK.matcher(text.substring(text.indexOf('.') < 0 ? 0 : text.indexOf('.')))
                        .matches()) {
            return true;
        }
        Matcher calculated = CALCULATED.matcher(rest);
        return calculated.matches() && (calculated.group(1) == null || isValue(calculated.group(1)));
    }

    private boolean isNegated(String text) {
        Matcher negated = NEGATED.matcher(text);
        return negated.lookingAt() && isValue(negated.group(1));
    }

    private boolean isValue(String word) {
        return names.contains(word)
                || LITERALS.contains(word)
                || Words.statements().contains(word);
    }

    private boolean word(String word, String rest, String bare) {
        if (LITERALS.contains(word)) {
            return rest.isBlank() || COMPARED.matcher(rest).matches();
        }
        boolean variable = names.contains(word);
        boolean said = variable || Words.statements().contains(word);
        if (rest.isBlank()) {
            return said;
        }
        if (CHANGE.matcher(rest).matches()
                || rest.startsWith("(")
                || rest.stripLeading().startsWith("{")) {
            return true;
        }
        if (rest.charAt(0) == '.' || rest.startsWith("?.") || rest.startsWith("*.")) {
            return member(word, rest);
        }
        if (variable && OPERATOR.matcher(rest).matches()) {
            return true;
        }
        if (said && SEPARATED.matcher(rest).matches()) {
            return true;
        }
        if (word.equals("export") && EXPORT_SIZE.matcher(rest).matches()) {
            return false;
        }
        if (said) {
            return arguments.fit(word, bare) || CALLED.matcher(rest).matches() || marks.behind(word, bare);
        }
        return marks.behindMisspelt(word, bare);
    }

    /**
     * Recognizes {@code film.path}, {@code steps.each { … }} and {@code Duration.ofSeconds(2)}, but not {@code a.mp4}.
     */
    private boolean member(String word, String rest) {
        boolean known = names.contains(word) || Words.statements().contains(word);
        if (!CALLED.matcher(rest).matches()) {
            return rest.isBlank() || names.contains(word);
        }
        return MediaType.ofName(word + rest).isEmpty()
                && (known || Character.isUpperCase(word.charAt(0)) || rest.matches("(?s)(?:\\." + NAME + ")++\\(.*"));
    }
}
