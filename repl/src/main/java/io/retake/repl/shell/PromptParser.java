package io.retake.repl.shell;

import io.retake.dsl.prompt.Reading;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Tells the line editor whether Enter ends what is typed, and which word the cursor is in. */
final class PromptParser implements Parser {
    private final Function<String, Reading> reading;
    private final ToIntFunction<String> word;

    /** @param word where the last word of a text begins */
    PromptParser(Function<String, Reading> reading, ToIntFunction<String> word) {
        this.reading = reading;
        this.word = word;
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE && !reading.apply(line).complete()) {
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
