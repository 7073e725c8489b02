package io.retake.repl.shell;

import java.io.IOException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;

/** The line editor, with a mark at the right that follows what is typed, and a tip under the line. */
final class PromptReader extends LineReaderImpl {
    private final Function<String, String> mark;
    private final Function<String, String> tip;
    private final Supplier<AttributedString> tipLine;
    private boolean asking;

    /**
     * @param mark what stands at the right of a typed text
     * @param tip what stands under it, given the text before the cursor; empty for nothing
     */
    PromptReader(Terminal terminal, Function<String, String> mark, Function<String, String> tip) {
        super(terminal, "retake", null);
        this.mark = mark;
        this.tip = tip;
        this.tipLine =
                () -> AttributedString.fromAnsi(this.tip.apply(getBuffer().upToCursor()));
    }

    /**
     * Reads the answer to a question: a line of its own kind, which is neither marked nor remembered. What was typed ahead
     * was not meant as the answer, and is typed behind it.
     */
    String ask(String question) {
        String ahead = typedAhead();
        SuggestionType suggesting = getAutosuggestion();
        setAutosuggestion(SuggestionType.NONE);
        setVariable(DISABLE_HISTORY, true);
        asking = true;
        try {
            return readLine(question);
        } finally {
            asking = false;
            setVariable(DISABLE_HISTORY, false);
            setAutosuggestion(suggesting);
            if (!ahead.isEmpty()) {
                runMacro(ahead);
            }
        }
    }

    private String typedAhead() {
        StringBuilder typed = new StringBuilder();
        try {
            for (int key = nextKey(); key >= 0; key = nextKey()) {
                typed.append((char) key);
            }
        } catch (IOException gone) {
            return typed.toString(); // reading the answer says so
        }
        return typed.toString();
    }

    private int nextKey() throws IOException {
        return getTerminal().reader().read(20L);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // ours or somebody else's
    protected void redisplay(boolean flush) {
        setRightPrompt(
                asking || getBuffer() == null || getTerminal().getSize().getColumns() < 60
                        ? ""
                        : mark.apply(getBuffer().toString()));
        if (post == null && reading && !tip.apply(getBuffer().upToCursor()).isEmpty()) {
            post = tipLine;
        } else if (post == tipLine
                && (!reading || tip.apply(getBuffer().upToCursor()).isEmpty())) {
            post = null;
        }
        super.redisplay(flush);
    }
}
