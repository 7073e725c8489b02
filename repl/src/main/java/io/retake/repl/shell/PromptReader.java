package io.retake.repl.shell;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jline.reader.LineReader;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;

/** The line editor, with a mark at the right that follows what is typed, and a tip under the line. */
final class PromptReader extends LineReaderImpl {
    private final Function<String, String> mark;
    private final Function<String, String> tip;
    private final Supplier<AttributedString> tipLine;
    private final Consumer<PromptReader> stands;
    private boolean stood;

    /**
     * @param mark what stands at the right of a typed text
     * @param tip what stands under it, given the text before the cursor; empty for nothing
     * @param stands is told once, when the first line can be typed
     */
    PromptReader(
            Terminal terminal,
            Function<String, String> mark,
            Function<String, String> tip,
            Consumer<PromptReader> stands) {
        super(terminal, "retake", null);
        this.mark = mark;
        this.tip = tip;
        this.stands = stands;
        this.tipLine =
                () -> AttributedString.fromAnsi(this.tip.apply(getBuffer().upToCursor()));
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // ours or somebody else's
    protected void redisplay(boolean flush) {
        setRightPrompt(
                getBuffer() == null || getTerminal().getSize().getColumns() < 60
                        ? ""
                        : mark.apply(getBuffer().toString()));
        if (post == null && reading && !tip.apply(getBuffer().upToCursor()).isEmpty()) {
            post = tipLine;
        } else if (post == tipLine
                && (!reading || tip.apply(getBuffer().upToCursor()).isEmpty())) {
            post = null;
        }
        super.redisplay(flush);
        if (flush && reading && !stood) {
            stood = true;
            stands.accept(this);
        }
    }

    /** Shows the line again, marked by what is known now; from any thread. */
    void showAgain() {
        try {
            callWidget(LineReader.REDISPLAY);
        } catch (IllegalStateException notTyping) {
            return; // what is shown next is shown with it
        }
    }
}
