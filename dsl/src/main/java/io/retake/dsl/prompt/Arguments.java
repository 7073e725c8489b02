package io.retake.dsl.prompt;

import io.retake.dsl.language.Words;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells whether what follows a verb reads as its arguments: values between commas, some of them by name. */
final class Arguments {
    private static final String NAME = "[\\p{L}_$][\\p{L}\\p{N}_$]*";
    private static final Pattern BY_NAME = Pattern.compile("\\G\\s*" + NAME + ":(?![:/])");
    private static final Pattern NUMBER =
            Pattern.compile("\\G\\s*-?\\s*\\d[\\d_]*(?:\\.\\d+)?(?:\\.?\\p{L}+(?!\\p{L}))?");
    private static final Pattern TEXT =
            Pattern.compile("\\G\\s*(?:'''(?s:.*?)(?:'''|$)|\"\"\"(?s:.*?)(?:\"\"\"|$)|'(?:\\\\.|[^'\\\\\\n])*(?:'|$)"
                    + "|\"(?:\\\\.|[^\"\\\\\\n])*(?:\"|$))");
    private static final Pattern WORD = Pattern.compile("\\G\\s*-?(" + NAME + ")");
    private static final Pattern MEMBER = Pattern.compile("\\G(?:\\?|\\*)?\\.\\s*" + NAME);
    private static final Pattern OPERATOR =
            Pattern.compile("\\G\\s*(?:[-+*/%]|[<>=!]=|[<>]|&&|\\|\\||\\?:|\\?|:|\\.\\.<?|=)\\s*(?=\\S)");
    private static final Pattern NEXT = Pattern.compile("\\G\\s*,\\s*");
    private static final Pattern END = Pattern.compile("\\G[ \\t]*(?:$|[;\\n}]|//)");

    private final Set<String> names;
    private String text = "";
    private int at;

    Arguments(Set<String> names) {
        this.names = names;
    }

    /** {@code rest} is what stands behind the word. */
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
                return at > 0; // a name without its value, or a comma: it goes on in the next line
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
        return ends() || text.substring(at).stripLeading().startsWith("{");
    }

    private boolean ends() {
        return END.matcher(text).region(at, text.length()).lookingAt()
                || text.substring(at).isBlank();
    }

    private boolean value() {
        if (take(TEXT) || take(NUMBER)) {
            return members();
        }
        String rest = text.substring(at);
        String ahead = rest.stripLeading();
        if (!ahead.isEmpty() && "([{".indexOf(ahead.charAt(0)) >= 0) {
            at += rest.length() - ahead.length();
            brackets();
            return members();
        }
        Matcher word = WORD.matcher(text).region(at, text.length());
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

    /** To the end of what is in brackets, or of the text when they are not closed yet. */
    private void brackets() {
        int depth = 0;
        do {
            if (take(TEXT)) {
                continue;
            }
            char c = text.charAt(at++);
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
        } while (depth > 0 && at < text.length());
    }

    private boolean take(Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        if (matcher.find(at)) {
            at = matcher.end();
            return true;
        }
        return false;
    }
}
