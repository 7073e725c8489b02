package io.retake.repl.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The position of the cursor in a statement: its verb and its argument. Found by counting brackets and quotes, so that
 * it works for an incomplete statement too. Immutable.
 *
 * @param verb empty at the beginning of a statement, where the verb is being typed
 * @param done the arguments before the one at the cursor, as typed
 * @param name the name of the argument at the cursor; empty if it has none, or none yet
 * @param value the part of its value typed so far
 * @param quote the quote that opens the string at the cursor; 0 outside a string
 * @param word the index of the word that a choice replaces
 */
public record CursorContext(String verb, List<String> done, String name, String value, char quote, int word) {
    private static final Pattern VERB = Pattern.compile("(?s)\\s*([\\p{L}_]\\w*)([\\s(].*)");
    private static final Pattern NAMED = Pattern.compile("(?s)\\s*([\\p{L}_]\\w*):\\s*(.*)");
    private static final Pattern NUMBER = Pattern.compile("(?s).*?(?<![\\w.])(\\d[\\d_]*(?:\\.\\d+)?\\.?\\p{L}*)");
    private static final Pattern PART = Pattern.compile("(?s).*?((?:clip|scene)\\(\\d*)");
    private static final Pattern LIST = Pattern.compile("(?s).*?(\\[[\\d, ]*)");

    /** Copies the list. */
    public CursorContext {
        done = List.copyOf(done);
    }

    /** Returns the position at the end of a text. */
    public static CursorContext of(String before) {
        Scan scan = new Scan(before);
        Matcher verb = VERB.matcher(before.substring(scan.start));
        if (!verb.matches() || scan.isOver(scan.start + verb.end(1))) {
            return new CursorContext("", List.of(), "", "", scan.quote, scan.quote == 0 ? word(before) : scan.quoteAt);
        }
        int from = scan.start + verb.end(1) + 1;
        boolean called = verb.group(2).startsWith("(");
        List<String> done = new ArrayList<>();
        for (int[] comma : scan.commas) {
            if (comma[1] == (called ? 1 : 0) && comma[0] >= from) {
                done.add(before.substring(from, comma[0]).strip());
                from = comma[0] + 1;
            }
        }
        String rest = before.substring(from);
        Matcher named = NAMED.matcher(rest);
        boolean has = named.matches();
        String value = has ? named.group(2) : rest.stripLeading();
        int word = scan.quote == 0 ? before.length() - value.length() + word(value) : scan.quoteAt;
        return new CursorContext(verb.group(1), done, has ? named.group(1) : "", value, scan.quote, word);
    }

    /**
     * Returns the index of the last word of a value; a number with its unit, a clip or scene, and a list count as one
     * word.
     */
    private static int word(String value) {
        for (Pattern pattern : List.of(PART, LIST, NUMBER)) {
            Matcher whole = pattern.matcher(value);
            if (whole.matches()) {
                return whole.start(1);
            }
        }
        return wordBefore(value);
    }

    /** Returns the index of the name at the end of a text; its length if it doesn't end in a name. */
    private static int wordBefore(String text) {
        int begin = text.length();
        int at = text.length();
        while (at > 0 && isOfName(text.charAt(at - 1))) {
            at--;
            begin = Character.isDigit(text.charAt(at)) ? begin : at;
        }
        return begin;
    }

    private static boolean isOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }

    /** Returns how many arguments before this one have no name. */
    int unnamed() {
        return (int) done.stream().filter(a -> !NAMED.matcher(a).matches()).count();
    }

    /** Whether an argument of that name is already given. */
    public boolean given(String argument) {
        return done.stream()
                .map(NAMED::matcher)
                .anyMatch(m -> m.matches() && m.group(1).equals(argument));
    }

    /** Returns the first argument, which may be a keyword that distinguishes operations of one verb. */
    Optional<String> first() {
        return done.isEmpty() ? Optional.empty() : Optional.of(done.get(0));
    }

    /** Scans the text once. */
    private static final class Scan {
        private final String text;
        private final List<int[]> commas = new ArrayList<>();
        private int start;
        private int depth;
        private char quote;
        private int quoteAt;
        private char last;

        Scan(String text) {
            this.text = text;
            for (int i = 0; i < text.length(); i++) {
                i = quote == 0 ? plain(i) : quoted(i);
            }
        }

        private int quoted(int i) {
            char c = text.charAt(i);
            if (c == '\\') {
                return i + 1;
            }
            if (c == quote) {
                quote = 0;
                last = c;
            }
            return i;
        }

        private int plain(int i) {
            char c = text.charAt(i);
            switch (c) {
                case '\'', '"' -> {
                    quote = c;
                    quoteAt = i;
                }
                case '(', '[' -> depth++;
                case ')', ']' -> depth = Math.max(0, depth - 1);
                case ',' -> commas.add(new int[] {i, depth});
                case ';', '{', '}' -> begin(i + 1);
                case '\n' -> {
                    if (depth == 0 && last != ',') {
                        begin(i + 1);
                    }
                }
                case '>' -> {
                    if (last == '-') {
                        begin(i + 1);
                    }
                }
                case '=' -> {
                    if (depth == 0 && "=!<>".indexOf(last) < 0 && !text.startsWith("==", i)) {
                        begin(i + 1);
                    }
                }
                default -> {}
            }
            last = Character.isWhitespace(c) ? last : c;
            return i;
        }

        private void begin(int at) {
            start = at;
            depth = 0;
            commas.clear();
        }

        /** Whether the verb's own brackets are closed. */
        boolean isOver(int afterVerb) {
            return afterVerb < text.length() && text.charAt(afterVerb) == '(' && depth == 0 && quote == 0;
        }
    }
}
