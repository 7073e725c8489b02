package io.retake.repl.shell;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Tells the line editor whether Enter ends what is typed, and which word the cursor is in. */
final class PromptParser implements Parser {
    private final Predicate<String> complete;
    private final ToIntFunction<String> word;

    /**
     * @param complete whether Enter ends a text; asked only when it is pressed
     * @param word where the last word of a text begins
     */
    PromptParser(Predicate<String> complete, ToIntFunction<String> word) {
        this.complete = complete;
        this.word = word;
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE && !complete.test(line)) {
            throw new EOFError(-1, -1, "the statement goes on");
        }
        String before = line.substring(0, cursor);
        return new Typed(
                line, cursor, context == ParseContext.COMPLETE ? before.substring(word.applyAsInt(before)) : "");
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
