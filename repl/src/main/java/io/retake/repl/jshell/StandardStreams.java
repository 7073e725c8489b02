package io.retake.repl.jshell;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Redirects the process's standard streams while Java is in use: the prompt shows what a snippet prints above the line
 * being typed, and standard input is empty, since the keys belong to the prompt.
 */
final class StandardStreams implements AutoCloseable {
    private final InputStream in = System.in;
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final LineTracker outEnd;
    private final LineTracker errEnd;
    private final PrintStream ownOut;
    private final PrintStream ownErr;

    StandardStreams(PrintStream lines, PrintStream errors) {
        outEnd = new LineTracker(lines);
        errEnd = new LineTracker(errors);
        ownOut = new PrintStream(outEnd, true, StandardCharsets.UTF_8);
        ownErr = new PrintStream(errEnd, true, StandardCharsets.UTF_8);
        System.setIn(InputStream.nullInputStream());
        System.setOut(ownOut);
        System.setErr(ownErr);
    }

    /** Prints a line after everything printed so far. */
    void tell(String line) {
        endLines();
        ownOut.println(line);
    }

    /** Ends unfinished lines, so that they are shown. */
    void endLines() {
        outEnd.endLine();
        errEnd.endLine();
    }

    /** Restores the streams, unless other code has replaced them since. */
    @Override
    public void close() {
        endLines();
        if (System.out.equals(ownOut)) {
            System.setOut(out);
            System.setIn(in);
        }
        if (System.err.equals(ownErr)) {
            System.setErr(err);
        }
    }

    /** Tracks whether a line is unfinished. */
    private static final class LineTracker extends FilterOutputStream {
        private boolean begun;

        LineTracker(OutputStream lines) {
            super(lines);
        }

        @Override
        public synchronized void write(int b) throws IOException {
            begun = b != '\n';
            out.write(b);
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
            if (length > 0) {
                begun = bytes[offset + length - 1] != '\n';
                out.write(bytes, offset, length);
            }
        }

        synchronized void endLine() {
            if (begun) {
                ((PrintStream) out).println();
                begun = false;
            }
        }
    }
}
