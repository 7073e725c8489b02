package io.retake.repl.jshell;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The process's standard streams while Java can be typed: what a snippet prints goes where the prompt shows lines, above
 * the one that is being typed; and there is nothing to read, since the keys belong to the prompt.
 */
final class StandardStreams implements AutoCloseable {
    private final InputStream in = System.in;
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final Ending outEnd;
    private final Ending errEnd;
    private final PrintStream ownOut;
    private final PrintStream ownErr;

    StandardStreams(PrintStream lines, PrintStream errors) {
        outEnd = new Ending(lines);
        errEnd = new Ending(errors);
        ownOut = new PrintStream(outEnd, true, StandardCharsets.UTF_8);
        ownErr = new PrintStream(errEnd, true, StandardCharsets.UTF_8);
        System.setIn(InputStream.nullInputStream());
        System.setOut(ownOut);
        System.setErr(ownErr);
    }

    /** A line below all that was printed. */
    void tell(String line) {
        endLines();
        ownOut.println(line);
    }

    /** Ends lines that were begun, so that they are shown. */
    void endLines() {
        outEnd.endLine();
        errEnd.endLine();
    }

    /** As it was, unless somebody else has set them since. */
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

    /** Knows whether a line was begun. */
    private static final class Ending extends FilterOutputStream {
        private boolean begun;

        Ending(OutputStream lines) {
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
