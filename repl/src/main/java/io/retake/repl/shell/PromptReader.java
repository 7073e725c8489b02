package io.retake.repl.shell;

import java.util.Comparator;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/** The line editor, with a mark at the right that follows what is typed, and a tip under the line. */
final class PromptReader extends LineReaderImpl {
    private final Function<String, String> mark;
    private final Function<String, String> tip;
    private final Supplier<AttributedString> tipLine;
    private final Supplier<String> overview;
    private @Nullable Supplier<AttributedString> listed;

    /**
     * @param mark what stands at the right of a typed text
     * @param tip what stands under it, given the text before the cursor; empty for nothing
     * @param overview what there is to say, under a line in which nothing is typed
     */
    PromptReader(
            Terminal terminal, Function<String, String> mark, Function<String, String> tip, Supplier<String> overview) {
        super(terminal, "retake", null);
        this.mark = mark;
        this.tip = tip;
        this.overview = overview;
        this.tipLine =
                () -> AttributedString.fromAnsi(this.tip.apply(getBuffer().upToCursor()));
    }

    /** In the order in which they come: it says more than the alphabet. */
    @Override
    protected Comparator<Candidate> getCandidateComparator(boolean caseInsensitive, String word) {
        return Comparator.comparingInt(Candidate::sort);
    }

    /** On an empty line everything could stand: told in an order, and without asking whether to. */
    @Override
    protected boolean expandOrComplete() {
        if (!getBuffer().toString().isBlank()) {
            return super.expandOrComplete();
        }
        AttributedString all = AttributedString.fromAnsi(overview.get());
        Supplier<AttributedString> list = () -> all;
        post = list;
        listed = list;
        return true;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // ours or somebody else's
    protected void redisplay(boolean flush) {
        setRightPrompt(
                getBuffer() == null || getTerminal().getSize().getColumns() < 60
                        ? ""
                        : mark.apply(getBuffer().toString()));
        if (listed != null
                && post == listed
                && (!reading || !getBuffer().toString().isBlank())) {
            post = null;
            listed = null;
        }
        if (post == null && reading && !tip.apply(getBuffer().upToCursor()).isEmpty()) {
            post = tipLine;
        } else if (post == tipLine
                && (!reading || tip.apply(getBuffer().upToCursor()).isEmpty())) {
            post = null;
        }
        super.redisplay(flush);
    }
}
