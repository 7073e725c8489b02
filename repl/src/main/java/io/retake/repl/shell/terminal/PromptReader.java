package io.retake.repl.shell.terminal;

import io.retake.repl.shell.history.LineHistory;
import io.retake.repl.shell.history.Suggestions;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Candidate;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jspecify.annotations.Nullable;

/** The line editor, with a badge at the right that follows the text, and hints below the line. */
public final class PromptReader extends LineReaderImpl {
    private final Function<String, String> mark;
    private final Function<String, String> tip;
    private final Supplier<AttributedString> tipLine;
    private UnaryOperator<String> suggestion = typed -> "";
    private UnaryOperator<String> dim = text -> text;
    private final Supplier<String> overview;
    private Consumer<PromptReader> stands = reader -> {};
    private @Nullable Supplier<AttributedString> listed;
    private boolean asking;
    private boolean stood;

    /**
     * @param mark returns the badge for a text
     * @param tip returns the hints for the text before the cursor; empty for none
     * @param overview returns the list that Tab shows below an empty line
     */
    public PromptReader(
            Terminal terminal, Function<String, String> mark, Function<String, String> tip, Supplier<String> overview) {
        super(terminal, "retake", null);
        this.mark = mark;
        this.tip = tip;
        this.overview = overview;
        this.tipLine =
                () -> AttributedString.fromAnsi(this.tip.apply(getBuffer().upToCursor()));
    }

    /** Sets the callback for the moment at which the first line can be typed. */
    public void whenItStands(Consumer<PromptReader> told) {
        stands = told;
    }

    /**
     * Shows a suggestion behind the cursor if the cursor is at the end of the line.
     *
     * @param rest returns the suggested rest of a text; empty for none
     * @param look styles the suggestion
     */
    public void suggest(UnaryOperator<String> rest, UnaryOperator<String> look) {
        suggestion = rest;
        dim = look;
        bindMore();
    }

    /** Binds the sequences that terminals send for these keys when {@code TERM} is wrong, as in tmux and over ssh. */
    private void bindMore() {
        KeyMap<Binding> keys = Objects.requireNonNull(getKeyMaps().get(EMACS));
        // An arrow pressed before the prompt has set the terminal's key mode.
        keys.bind(new Reference(UP_LINE_OR_SEARCH), "\u001b[A");
        keys.bind(new Reference(DOWN_LINE_OR_SEARCH), "\u001b[B");
        keys.bind(new Reference(FORWARD_CHAR), "\u001b[C");
        keys.bind(new Reference(BACKWARD_CHAR), "\u001b[D");
        keys.bind(new Reference(FORWARD_WORD), "\u001b[1;5C", "\u001b[5C", "\u001bOc", "\u001b[1;3C");
        keys.bind(new Reference(BACKWARD_WORD), "\u001b[1;5D", "\u001b[5D", "\u001bOd", "\u001b[1;3D");
        keys.bind(new Reference(BEGINNING_OF_LINE), "\u001b[H", "\u001bOH", "\u001b[1~", "\u001b[7~");
        keys.bind(new Reference(END_OF_LINE), "\u001b[F", "\u001bOF", "\u001b[4~", "\u001b[8~");
        keys.bind(new Reference(DELETE_CHAR), "\u001b[3~");
    }

    private String rest() {
        boolean typing = reading
                && !asking
                && searchTerm == null
                && getBuffer().cursor() == getBuffer().length();
        return typing && !getTerminal().getType().startsWith("dumb")
                ? suggestion.apply(getBuffer().toString())
                : "";
    }

    @Override
    public AttributedString getDisplayedBufferWithPrompts(List<AttributedString> secondary) {
        boolean free = doAutosuggestion && (post == null || isTip());
        String rest = free ? rest() : "";
        if (rest.isEmpty()) {
            return super.getDisplayedBufferWithPrompts(secondary);
        }
        Supplier<AttributedString> under = post;
        post = null;
        AttributedStringBuilder shown = new AttributedStringBuilder();
        shown.append(super.getDisplayedBufferWithPrompts(secondary));
        post = under;
        int end = rest.indexOf('\n');
        shown.append(AttributedString.fromAnsi(dim.apply(end < 0 ? rest : rest.substring(0, end) + " …")));
        if (under != null) {
            shown.append("\n").append(under.get());
        }
        return shown.toAttributedString();
    }

    @SuppressWarnings("ReferenceEquality") // ours or somebody else's
    private boolean isTip() {
        return post == tipLine;
    }

    private boolean took(String text) {
        if (text.isEmpty()) {
            return false;
        }
        getBuffer().write(text);
        return true;
    }

    @Override
    protected boolean forwardChar() {
        return took(rest()) || super.forwardChar();
    }

    @Override
    protected boolean endOfLine() {
        return took(rest()) || super.endOfLine();
    }

    @Override
    protected boolean forwardWord() {
        return took(Suggestions.word(rest())) || super.forwardWord();
    }

    @Override
    protected boolean emacsForwardWord() {
        return took(Suggestions.word(rest())) || super.emacsForwardWord();
    }

    @Override
    protected boolean doSearchHistory(boolean backward) {
        if (getHistory() instanceof LineHistory lines) {
            lines.look();
        }
        return super.doSearchHistory(backward);
    }

    /** Keeps the completer's order, which is more useful than the alphabet. */
    @Override
    protected Comparator<Candidate> getCandidateComparator(boolean caseInsensitive, String word) {
        return Comparator.comparingInt(Candidate::sort);
    }

    /** Shows the overview on an empty line, without asking whether to list that many choices. */
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

    /**
     * Reads the answer to a question, without a badge and without recording it. Keys typed before the question are not the
     * answer; they are replayed after it.
     */
    String ask(String question) {
        String ahead = typedAhead();
        setVariable(DISABLE_HISTORY, true);
        asking = true;
        try {
            return readLine(question);
        } finally {
            asking = false;
            setVariable(DISABLE_HISTORY, false);
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
            return typed.toString(); // reading the answer reports it
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
        if (flush && reading && !stood) {
            stood = true;
            stands.accept(this);
        }
    }

    /** Redraws the line with the current badge and colors; from any thread. */
    public void showAgain() {
        try {
            callWidget(LineReader.REDISPLAY);
        } catch (IllegalStateException notTyping) {
            return; // the next line is drawn with them
        }
    }
}
