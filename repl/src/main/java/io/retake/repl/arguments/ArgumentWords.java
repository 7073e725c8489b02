package io.retake.repl.arguments;

import io.retake.repl.message.ProgramMessages;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits the arguments of a command like a shell: words between spaces; in {@code '…'} every character is literal, in
 * {@code "…"} a backslash escapes a quote or a backslash, and elsewhere also a space. Any other backslash is literal,
 * so that {@code C:\films} is a path.
 */
public final class ArgumentWords {
    private static final String BLANK = " \t\r\n";
    private static final String ESCAPED = BLANK + "'\"\\";
    private static final String ESCAPED_IN_QUOTES = "\"\\";
    private final String arguments;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int start = -1;
    private char quote;

    private ArgumentWords(String arguments) {
        this.arguments = arguments;
        for (int i = 0; i < arguments.length(); i++) {
            i += take(i);
        }
    }

    /**
     * Returns all words.
     *
     * @throws CommandProblem when a quote is not closed
     */
    public static List<String> of(String arguments) {
        ArgumentWords read = new ArgumentWords(arguments);
        if (read.quote != 0) {
            throw new CommandProblem(
                    ProgramMessages.text("arguments.open-quote", arguments.substring(read.start)),
                    ProgramMessages.text("arguments.open-quote-advice", read.quote));
        }
        read.end();
        return read.words;
    }

    /** Returns the single text argument of a command: as typed, without the quotes if they enclose all of it. */
    public static String text(String argument) {
        ArgumentWords read = new ArgumentWords(argument);
        boolean quoted = !argument.isEmpty() && "'\"".indexOf(argument.charAt(0)) >= 0;
        boolean one = read.quote == 0 && read.words.isEmpty();
        return quoted && one ? read.word.toString() : argument;
    }

    /** Splits arguments that are still being typed. */
    public static TypedArguments typed(String arguments) {
        ArgumentWords read = new ArgumentWords(arguments);
        int start = read.start < 0 ? arguments.length() : read.start;
        return new TypedArguments(List.copyOf(read.words), start, read.word.toString(), read.quote);
    }

    /**
     * Arguments whose last word is being typed.
     *
     * @param before the words before it
     * @param start the index in the arguments at which that word begins
     * @param text the word so far, without quotes and escapes
     * @param quote the quote that is open in it; 0 for none
     */
    public record TypedArguments(List<String> before, int start, String text, char quote) {
        /**
         * Returns a value quoted or escaped for this position; the quotes stay open unless the value is {@code whole}.
         */
        public String written(String value, boolean whole) {
            if (quote == '\'' && value.indexOf('\'') < 0) {
                return "'" + value + (whole ? "'" : "");
            }
            String special = quote == 0 ? ESCAPED : ESCAPED_IN_QUOTES;
            StringBuilder written = new StringBuilder();
            for (int i = 0; i < value.length(); i++) {
                boolean escape = special.indexOf(value.charAt(i)) >= 0;
                written.append(escape ? "\\" : "").append(value.charAt(i));
            }
            return quote == 0 ? written.toString() : "\"" + written + (whole ? "\"" : "");
        }
    }

    /** Consumes the character at an index. Returns the number of further characters consumed. */
    private int take(int at) {
        char c = arguments.charAt(at);
        if (quote == 0 && BLANK.indexOf(c) >= 0) {
            end();
            return 0;
        }
        start = start < 0 ? at : start;
        String escaped = quote == 0 ? ESCAPED : quote == '"' ? ESCAPED_IN_QUOTES : "";
        if (c == '\\' && at + 1 < arguments.length() && escaped.indexOf(arguments.charAt(at + 1)) >= 0) {
            word.append(arguments.charAt(at + 1));
            return 1;
        }
        if (quote != 0 && c == quote) {
            quote = 0;
        } else if (quote == 0 && (c == '\'' || c == '"')) {
            quote = c;
        } else {
            word.append(c);
        }
        return 0;
    }

    private void end() {
        if (start >= 0) {
            words.add(word.toString());
            word.setLength(0);
            start = -1;
        }
    }
}
