package io.retake.repl.shell;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/**
 * Where everything is shown that is not typed. While a line is being typed, whole lines go above it and leave it as it
 * is; otherwise they go where the cursor is, over a progress line if one stands there. Thread-safe.
 */
final class Output {
    private static final String ERASE_LINE = "\r\u001b[K";
    private final Terminal terminal;
    private @Nullable LineReader reader;

    /** What work in front writes to: also parts of lines, such as a bar that is redrawn. */
    final PrintStream front;

    /** What work behind writes to: whole lines. */
    final PrintStream behind = new PrintStream(new Lines(), true, StandardCharsets.UTF_8);

    Output(Terminal terminal) {
        this.terminal = terminal;
        this.front = new PrintStream(terminal.output(), true, StandardCharsets.UTF_8);
    }

    void belongsTo(LineReader lines) {
        reader = lines;
    }

    private synchronized void show(String line) {
        LineReader typing = reader;
        if (typing != null && typing.isReading()) {
            typing.printAbove(line);
        } else {
            boolean dumb = terminal.getType().startsWith("dumb");
            front.print((dumb ? "" : ERASE_LINE) + line + "\n");
            front.flush();
        }
    }

    /** Gathers bytes up to the end of their line. */
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
