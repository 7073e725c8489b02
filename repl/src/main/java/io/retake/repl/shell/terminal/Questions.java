package io.retake.repl.shell.terminal;

import java.util.Locale;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jspecify.annotations.Nullable;

/** Asks the user questions on the prompt's thread; without a terminal it asks nothing. */
public final class Questions {
    private @Nullable PromptReader reader;

    /** The kind of reply. */
    public enum Answer {
        /** A letter, such as {@code y}: see {@link Reply}. */
        SAID,
        /** Ctrl-C. */
        INTERRUPTED,
        /** Ctrl-D, or the terminal is gone. */
        ENDED,
        /** There is no user to ask. */
        NOBODY
    }

    /**
     * A reply.
     *
     * @param letter the first typed letter, in lower case; a space if there is none
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

    /** Asks a question. Text typed ahead isn't an answer; it is replayed afterwards. */
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
