package io.retake.dsl.prompt;

import io.retake.dsl.scope.Words;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks whether the text after a verb reads as its arguments: values between commas, some of them named. */
final class Arguments {
    private static final String NAME = "[\\p{L}_$][\\p{L}\\p{N}_$]*";
    private static final Pattern BY_NAME = Pattern.compile("\\s*+" + NAME + "+:(?![:/])");
    private static final Pattern NUMBER =
            Pattern.compile("\\s*+(?:-\\s*+)?\\d[\\d_]*(?:\\.\\d+)?(?:\\.?\\p{L}+(?!\\p{L}))?");
    private static final Pattern TEXT = Pattern.compile("\\s*+" + StatementShape.TEXT);
    private static final Pattern WORD = Pattern.compile("\\s*+-?(" + NAME + ")");
    private static final Pattern MEMBER = Pattern.compile("(?:\\?|\\*)?\\.\\s*+" + NAME);
    private static final Pattern OPERATOR =
            Pattern.compile("\\s*+(?:[-+*/%]|[<>=!]=|[<>]|&&|\\|\\||\\?:|\\?|:|\\.\\.<?|=)\\s*+(?=\\S)");
    private static final Pattern NEXT = Pattern.compile("\\s*+,\\s*+");
    private static final Pattern END = Pattern.compile("[ \\t]*+(?:$|[;\\n}]|//)");

    private final Set<String> names;
    private String text = "";
    private int at;

    Arguments(Set<String> names) {
        this.names = names;
    }

    /** Checks a text; {@code rest} is the text after the word, with one letter in place of each quoted text. */
    boolean fit(String word, String rest) {
        text = rest;
        at = 0;
        boolean closureOnly = rest.stripLeading().startsWith("{");
        if (closureOnly) {
            return word.equals("session") || names.contains(word);
        }
        do {
            take(BY_NAME);
            if (ends()) {
                return at > 0; // a name without its value, or a trailing comma: the next line continues it
            }
            if (!value()) {
                return false;
            }
            while (take(OPERATOR)) {
                if (!value()) {
                    return false;
                }
            }
        } while (take(NEXT));
        return ends() || text.startsWith("{", past(at));
    }

    private boolean ends() {
        return here(END).lookingAt() || past(at) == text.length();
    }

    /** Returns the end of the blanks that begin at a place. */
    private int past(int from) {
        int end = from;
        while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private boolean value() {
        if (take(TEXT) || take(NUMBER)) {
            return members();
        }
        int ahead = past(at);
        if (ahead < text.length() && "([{".indexOf(text.charAt(ahead)) >= 0) {
            at = ahead;
            brackets();
            return members();
        }
        Matcher word = here(WORD);
        if (!word.lookingAt()) {
            return false;
        }
        String name = word.group(1);
        at = word.end();
        boolean called = at < text.length() && text.charAt(at) == '(';
        boolean known = names.contains(name)
                || Words.isConstant(name)
                || Words.statements().contains(name)
                || Set.of("true", "false", "null", "new").contains(name)
                || (Character.isUpperCase(name.charAt(0)) && at < text.length() && text.charAt(at) == '.');
        return (known || called) && members();
    }

    private boolean members() {
        while (true) {
            if (at < text.length() && "([".indexOf(text.charAt(at)) >= 0) {
                brackets();
            } else if (!take(MEMBER)) {
                return true;
            }
        }
    }

    /** Skips to the end of a bracket, or of the text when it is not closed yet. */
    private void brackets() {
        int depth = 0;
        do {
            char c = text.charAt(at++);
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
        } while (depth > 0 && at < text.length());
    }

    private boolean take(Pattern pattern) {
        Matcher matcher = here(pattern);
        if (matcher.lookingAt()) {
            at = matcher.end();
            return true;
        }
        return false;
    }

    /** Returns a matcher for this place only: searching ahead would take time proportional to the length. */
    private Matcher here(Pattern pattern) {
        return pattern.matcher(text).region(at, text.length());
    }
}
