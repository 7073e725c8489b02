package io.retake.repl.shell;

import java.util.List;
import java.util.function.Predicate;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Tells the line editor whether Enter ends what is typed, and which word the cursor is in. */
final class PromptParser implements Parser {
    private final Predicate<String> complete;

    /** Asked only when Enter is pressed. */
    PromptParser(Predicate<String> complete) {
        this.complete = complete;
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE && !complete.test(line)) {
            throw new EOFError(-1, -1, "the statement goes on");
        }
        int from = cursor;
        while (from > 0 && isWord(line.charAt(from - 1))) {
            from--;
        }
        return new Typed(line, cursor, line.substring(from, cursor));
    }

    static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '-' || c == '/';
    }

    @Override
    public boolean isEscapeChar(char c) {
        return false;
    }

    /** The line, and the part of a word before the cursor. */
    private record Typed(String line, int cursor, String word) implements ParsedLine {
        @Override
        public int wordCursor() {
            return word.length();
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word);
        }
    }
}
