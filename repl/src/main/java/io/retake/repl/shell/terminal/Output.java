package io.retake.repl.shell.terminal;

import io.retake.repl.view.Screen;
import io.retake.repl.view.Theme;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.reader.LineReader;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/**
 * Writes all output of the prompt. While a line is being edited, whole lines appear above it; otherwise at the cursor, in
 * place of a progress line if there is one. Thread-safe.
 */
public final class Output {
    private static final String ERASE_LINE = "\r\u001b[K";
    private static final char BELL = 7;
    private static final int USUAL_COLUMNS = 80;
    private static final int USUAL_ROWS = 24;
    private final @Nullable Terminal terminal;
    private final Screen screen;
    private volatile @Nullable LineReader reader;
    private volatile String look = "";

    /** For whole lines: answers of commands, and events of background jobs. */
    public final PrintStream lines;

    /** For errors. */
    public final PrintStream errors;

    /** Creates output on a terminal. */
    public Output(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.lines = new PrintStream(new Lines(), true, StandardCharsets.UTF_8);
        this.errors = lines;
        PrintStream raw = new PrintStream(terminal.output(), true, StandardCharsets.UTF_8);
        this.screen = new Screen(raw, raw, true, !isDumb(), environment);
    }

    /** Creates output into pipes and files. */
    public Output(Screen screen) {
        this.terminal = null;
        this.screen = screen;
        this.lines = screen.out();
        this.errors = screen.err();
    }

    /** Prints above the line of this editor from now on. */
    public void belongsTo(LineReader typing) {
        reader = typing;
    }

    /** Creates the part that decides how pictures are drawn. */
    public Pictures pictures(Supplier<Map<String, String>> environment, Supplier<Theme> theme) {
        return new Pictures(terminal, () -> reader, environment, theme);
    }

    /** Returns the terminal, for drawing and reading keys while no line is edited; empty for a dumb one or none. */
    public Optional<Terminal> terminal() {
        return Optional.ofNullable(isDumb() ? null : terminal);
    }

    /** Returns the screen for foreground jobs, which can redraw a progress bar, in its current width. */
    public Screen screen() {
        if (terminal == null) {
            return screen;
        }
        Map<String, String> known = new HashMap<>(screen.environment());
        known.put("COLUMNS", Integer.toString(columns()));
        if (!look.isEmpty()) {
            known.put(Theme.VARIABLE, look);
        }
        return new Screen(screen.out(), screen.err(), screen.outIsTerminal(), screen.errIsTerminal(), known);
    }

    public boolean isTerminal() {
        return terminal != null;
    }

    /** Sets the theme of later screens. */
    public void look(String theme) {
        look = theme;
    }

    /** Rings the terminal's bell. */
    public void ring() {
        if (terminal != null) {
            terminal.writer().write(BELL);
            terminal.flush();
        }
    }

    /** Restores the usual terminal attributes while another program uses the terminal. */
    public <T> T lend(Supplier<T> work) {
        if (terminal == null) {
            return work.get();
        }
        Attributes ours = terminal.getAttributes();
        Attributes usual = new Attributes(ours);
        usual.setLocalFlags(
                EnumSet.of(
                        Attributes.LocalFlag.ICANON,
                        Attributes.LocalFlag.ECHO,
                        Attributes.LocalFlag.IEXTEN,
                        Attributes.LocalFlag.ISIG),
                true);
        usual.setInputFlag(Attributes.InputFlag.ICRNL, true);
        usual.setControlChar(Attributes.ControlChar.VMIN, 1);
        usual.setControlChar(Attributes.ControlChar.VTIME, 0);
        terminal.setAttributes(usual);
        try {
            return work.get();
        } finally {
            terminal.setAttributes(ours);
        }
    }

    /** Returns the screen for output that may occur while a line is edited: then it takes whole lines only. */
    public Screen screenBesideTyping() {
        LineReader typing = reader;
        return typing != null && typing.isReading()
                ? new Screen(lines, errors, false, false, screen.environment())
                : screen();
    }

    public int columns() {
        int columns = terminal == null ? 0 : terminal.getSize().getColumns();
        return columns > 0 ? columns : USUAL_COLUMNS;
    }

    public int rows() {
        int rows = terminal == null ? 0 : terminal.getSize().getRows();
        return rows > 0 ? rows : USUAL_ROWS;
    }

    private boolean isDumb() {
        return terminal == null || terminal.getType().startsWith("dumb");
    }

    private synchronized void show(String line) {
        LineReader typing = reader;
        if (typing != null && typing.isReading()) {
            typing.printAbove(line);
        } else {
            screen.out().print((isDumb() ? "" : ERASE_LINE) + line + "\n");
            screen.out().flush();
        }
    }

    /** Collects bytes up to the end of a line. */
    private final class Lines extends OutputStream {
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        @Override
        public synchronized void write(int b) {
            if (b == '\n') {
                String text = line.toString(StandardCharsets.UTF_8);
                line.reset();
                show(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
            } else {
                line.write(b);
            }
        }
    }
}
