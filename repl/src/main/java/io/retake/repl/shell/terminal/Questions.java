package io.retake.repl.shell.terminal;

import java.util.Locale;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jspecify.annotations.Nullable;

/** Asks the user questions, in the prompt's thread; without a user there is no question. */
public final class Questions {
    private @Nullable PromptReader reader;

    /** The kind of an answer. */
    public enum Answer {
        /** A letter: see {@link Reply}. */
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
     * @param letter the first letter that was typed, in lower case; a space if there was none
     */
    public record Reply(Answer answer, char letter) {
        public boolean is(char wanted) {
            return answer == Answer.SAID && letter == wanted;
        }
    }

    /** Asks in this editor from now on. */
    public void askedOn(PromptReader typing) {
        reader = typing;
    }

    /** Returns whether there is a user to ask. */
    public boolean isInteractive() {
        return reader != null;
    }

    /** Asks a question. Keys typed before it are not taken as the answer. */
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
