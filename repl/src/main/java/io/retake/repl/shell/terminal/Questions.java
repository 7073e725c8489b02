package io.retake.repl.shell.terminal;

import java.util.Locale;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jspecify.annotations.Nullable;

/** Asks whoever types, in the prompt's thread; where nobody does, nothing is asked. */
public final class Questions {
    private @Nullable PromptReader reader;

    /** What came back. */
    public enum Answer {
        /** {@code y}, or another letter that was offered: see {@link Reply}. */
        SAID,
        /** Ctrl-C. */
        INTERRUPTED,
        /** Ctrl-D, or the terminal is gone. */
        ENDED,
        /** Nobody is there. */
        NOBODY
    }

    /**
     * An answer.
     *
     * @param letter the first letter that was typed, in lower case; a space when none was
     */
    public record Reply(Answer answer, char letter) {
        public boolean is(char wanted) {
            return answer == Answer.SAID && letter == wanted;
        }
    }

    public void askedOn(PromptReader typing) {
        reader = typing;
    }

    public boolean somebody() {
        return reader != null;
    }

    /** Asks; what was typed ahead answers nothing, and is typed afterwards. */
    public Reply ask(String question) {
        PromptReader typing = reader;
        if (typing == null) {
            return new Reply(Answer.NOBODY, ' ');
        }
        try {
            String said = typing.ask(question + " ").strip().toLowerCase(Locale.ROOT);
            return new Reply(Answer.SAID, said.isEmpty() ? ' ' : said.charAt(0));
        } catch (UserInterruptException interrupted) {
            return new Reply(Answer.INTERRUPTED, ' ');
        } catch (EndOfFileException end) {
            return new Reply(Answer.ENDED, ' ');
        }
    }
}
