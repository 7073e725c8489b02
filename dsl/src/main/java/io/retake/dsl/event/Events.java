package io.retake.dsl.event;

import io.retake.core.protocol.TerminalText;
import org.jspecify.annotations.Nullable;

/** Passes a run's events to its listener: one at a time, in order, whatever the listener throws. Thread-safe. */
public final class Events {
    private final RunListener listener;
    private final StringBuilder line = new StringBuilder();
    private boolean over;

    /** The thread whose incomplete line is buffered; concurrent sessions keep their lines apart. */
    private @Nullable Thread speaker;

    public Events(RunListener listener) {
        this.listener = listener;
    }

    public synchronized void emit(RunEvent event) {
        flush();
        hand(event);
    }

    /** Adds output of the script: each line becomes an event, the last one when it ends or something else happens. */
    synchronized void print(String text) {
        if (!Thread.currentThread().equals(speaker)) {
            flush();
            speaker = Thread.currentThread();
        }
        line.append(text);
        for (int end = line.indexOf("\n"); end >= 0; end = line.indexOf("\n")) {
            String whole = line.substring(0, end);
            line.delete(0, end + 1);
            hand(new RunEvent.Said(RunEvent.Speaker.SCRIPT, whole));
        }
    }

    public void say(RunEvent.Speaker by, String text) {
        String clean = TerminalText.clean(text).strip();
        if (!clean.isEmpty()) {
            emit(new RunEvent.Said(by, clean));
        }
    }

    public void warn(String text) {
        emit(new RunEvent.Warning(TerminalText.clean(text)));
    }

    private void flush() {
        if (!line.isEmpty()) {
            String rest = line.toString();
            line.setLength(0);
            hand(new RunEvent.Said(RunEvent.Speaker.SCRIPT, rest));
        }
    }

    /** Passes on an event; drops those after the end, because an abandoned script may still emit some. */
    private void hand(RunEvent event) {
        if (over) {
            return;
        }
        over = event instanceof RunEvent.Finished;
        try {
            listener.on(event);
        } catch (RuntimeException | Error unheard) {
            return; // a view that fails must not fail the run: see RunListener
        }
    }
}
