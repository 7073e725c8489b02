package io.retake.repl.shell.terminal;

import io.retake.repl.completion.Completion;
import io.retake.repl.message.ProgramMessages;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Tells the line editor whether Enter ends the text, and which word the cursor is in. */
public final class PromptParser implements Parser {
    private final Predicate<String> complete;
    private final Function<String, Completion> completion;

    /**
     * @param complete returns whether Enter ends a text; called only for Enter
     * @param completion returns the choices for the end of a text; called once for each completion, since a second
     *     call may return others
     */
    public PromptParser(Predicate<String> complete, Function<String, Completion> completion) {
        this.complete = complete;
        this.completion = completion;
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE && !complete.test(line)) {
            throw new EOFError(-1, -1, ProgramMessages.text("prompt.incomplete"));
        }
        return new Typed(
                line,
                cursor,
                context == ParseContext.COMPLETE
                        ? completion.apply(line.substring(0, cursor))
                        : new Completion(cursor, List.of()));
    }

    @Override
    public boolean isEscapeChar(char c) {
        return false;
    }

    /** The line, and the choices at the cursor. */
    public record Typed(String line, int cursor, Completion completion) implements CompletingParsedLine {
        @Override
        public String word() {
            return line.substring(completion.word(), cursor);
        }

        @Override
        public int wordCursor() {
            return word().length();
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word());
        }

        @Override
        public CharSequence escape(CharSequence choice, boolean ends) {
            return choice;
        }

        @Override
        public int rawWordCursor() {
            return wordCursor();
        }

        @Override
        public int rawWordLength() {
            return wordCursor();
        }
    }
}
