package io.retake.repl.cli;

import io.retake.core.protocol.TerminalText;
import io.retake.dsl.event.RunEvent;
import io.retake.dsl.event.RunListener;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Turns direct writes to {@code System.out}, such as a {@code println} in a class or a library, into events while
 * standard output carries events. Active from creation until closed; for one run at a time. Thread-safe.
 */
final class PrintedEvents extends OutputStream implements RunListener {
    private final RunListener listener;
    private final PrintStream before = System.out;
    private final PrintStream ours = new PrintStream(this, true, StandardCharsets.UTF_8);
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    private PrintedEvents(RunListener listener) {
        this.listener = listener;
    }

    /** Replaces {@code System.out} and forwards events to the listener. */
    static PrintedEvents inFrontOf(RunListener listener) {
        PrintedEvents printed = new PrintedEvents(listener);
        System.setOut(printed.ours);
        return printed;
    }

    @Override
    public void on(RunEvent event) {
        if (event instanceof RunEvent.Finished) {
            endLine(); // nothing comes after the end
        }
        listener.on(event);
    }

    @Override
    public synchronized void write(int b) {
        if (b == '\n') {
            say();
        } else if (b != '\r') {
            line.write(b);
        }
    }

    private void say() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        listener.on(new RunEvent.Said(RunEvent.Speaker.SCRIPT, TerminalText.clean(text)));
    }

    private synchronized void endLine() {
        if (line.size() > 0) {
            say();
        }
    }

    @Override
    public void close() {
        endLine();
        if (System.out.equals(ours)) {
            System.setOut(before);
        }
    }
}
