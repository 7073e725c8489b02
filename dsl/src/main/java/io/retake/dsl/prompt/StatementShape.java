package io.retake.dsl.prompt;

import io.retake.core.edit.Suggestion;
import io.retake.core.protocol.MediaType;
import io.retake.dsl.language.Words;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells a statement from plain words by its shape. English begins with verbs too, so a word is not enough: what follows
 * it must look like arguments ({@code trim from: 2.s}, {@code mute}), and must not read on as a sentence does
 * ({@code trim the first 10 seconds}). What could be both is a statement.
 */
final class StatementShape {
    private static final String NAME = "[\\p{L}_$][\\p{L}\\p{N}_$]*";
    private static final Pattern DECLARATION = Pattern.compile("(?s)(?:final\\s+)?(?:def|var)\\b.*"
            + "|(?:final\\s+)?" + NAME + "(?:\\." + NAME + ")*+(?:<[^=]*>)?(?:\\[\\])*+\\s++" + NAME + "\\s*+=[^=].*"
            + "|(?:(?:public|private|static|final)\\s++){0,4}(?:void|" + NAME + "(?:<[^(]*>)?(?:\\[\\])*+)\\s++" + NAME
            + "\\s*+\\([^)]*+\\)\\s*+\\{.*"
            + "|(?:abstract\\s+|final\\s+)?(?:class|interface|enum|record|trait)\\s+\\p{Lu}\\w*.*");
    private static final Pattern IMPORT = Pattern.compile(
            "import\\s+(?:static\\s+)?" + NAME + "(?:\\." + NAME + ")++(?:\\.\\*)?(?:\\s+as\\s+" + NAME
                    + ")?[ \\t]*+(?:[;\\r\\n].*)?",
            Pattern.DOTALL);
    private static final Pattern CONTROL = Pattern.compile(
            "(?s)(?:(?:for|while|if|switch|synchronized)\\s*\\(.*|(?:try|do)\\s*\\{.*|new\\s+\\p{Lu}[\\w.<>]*\\s*[(\\[].*"
                    + "|throw\\s+new\\s.*|assert\\s+\\S.*(?:[=<>]=?|\\)).*|return)");
    private static final Pattern FIRST = Pattern.compile("(?s)(" + NAME + ")(.*)");
    private static final Pattern CHANGE = Pattern.compile("(?s)\\s*(?:[-+*/%]?=(?:[^=~].*)?|\\+\\+|--)");
    private static final Pattern OPERATOR =
            Pattern.compile("(?s)\\s*(?:[+*/%<>?|&^\\[]|-\\s|-\\d|==|!=|\\.\\.|\\?\\.|\\sin\\s|\\sas\\s).*");
    private static final Pattern MEMBER = Pattern.compile("(?s)\\.(" + NAME + ").*");
    private static final Pattern EXPRESSION = Pattern.compile("(?s)[\\[({\"!~@].*|-\\s*[\\d(\\p{L}].*");
    /** What is reckoned with a number: the signs, and something behind them. */
    private static final String RECKONED = "\\s*+(?:[-+*/%<>=!&|?:.]++\\s*+\\S.*+|[-+*/%<>=!&|?:.]{2,})";

    private static final Pattern ARITHMETIC = Pattern.compile(
            "[\\d_]++(?:(?:\\.\\d++)?+(?:\\.\\p{L}++(?:\\([^)]*+\\))?+)*+(?:" + RECKONED + ")?+|" + RECKONED + ")");
    private static final Pattern NAMED = Pattern.compile("(?s)\\s+" + NAME + ":\\s*[\\w'\"\\[({-].*");

    private final Set<String> names;
    private final Arguments arguments;

    StatementShape(Set<String> names) {
        this.names = names;
        this.arguments = new Arguments(names);
    }

    boolean fits(String text) {
        if (text.startsWith("//") || text.startsWith("/*")) {
            return true;
        }
        if (DECLARATION.matcher(text).matches() || CONTROL.matcher(text).matches()) {
            return true;
        }
        if (IMPORT.matcher(text).matches()) {
            return MediaType.ofName(text).isEmpty();
        }
        if (EXPRESSION.matcher(text).matches() || ARITHMETIC.matcher(text).matches()) {
            return true;
        }
        Matcher first = FIRST.matcher(text);
        return first.matches() && word(first.group(1), first.group(2));
    }

    private boolean word(String word, String rest) {
        boolean variable = names.contains(word);
        boolean said = variable || Words.statements().contains(word);
        if (rest.isBlank()) {
            return said;
        }
        if (CHANGE.matcher(rest).matches() || rest.startsWith("(")) {
            return true;
        }
        if (rest.charAt(0) == '.') {
            return member(word, rest);
        }
        if (variable && OPERATOR.matcher(rest).matches()) {
            return true;
        }
        if (said && rest.stripLeading().startsWith(";")) {
            return true;
        }
        if (said) {
            return arguments.fit(word, rest);
        }
        return NAMED.matcher(rest).matches()
                && Suggestion.of(word, Words.statements()).isPresent()
                && arguments.fit(word, rest);
    }

    /** {@code film.path} and {@code Duration.ofSeconds(2)}, but not {@code a.mp4}. */
    private boolean member(String word, String rest) {
        Matcher member = MEMBER.matcher(rest);
        if (!member.matches()) {
            return rest.isBlank() || names.contains(word);
        }
        return names.contains(word)
                || (Character.isUpperCase(word.charAt(0))
                        && MediaType.ofName(word + rest).isEmpty())
                || rest.matches("(?s)(?:\\." + NAME + ")++\\(.*");
    }
}
