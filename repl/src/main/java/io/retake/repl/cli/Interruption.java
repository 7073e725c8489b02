package io.retake.repl.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * What Ctrl-C, a terminal that closes, and a polite kill do: while there is nothing to undo they end the process; once
 * something is under way the first asks it to stop, and the second ends the process at once. A signal that was ignored
 * when the process began ({@code nohup}) stays ignored. Thread-safe.
 */
final class Interruption implements AutoCloseable {
    /** A shell counts 128 and the signal's number. */
    private static final Map<String, Integer> EXIT_CODES = Map.of("INT", 130, "TERM", 143, "HUP", 129);

    private final Map<String, Object> before = new HashMap<>();
    private boolean busy;
    private @Nullable Runnable stop;
    private int exitCode;

    Interruption() {
        EXIT_CODES.forEach((signal, code) -> {
            Object handler = Signals.register(signal, () -> arrived(code));
            if (handler != null) {
                before.put(signal, handler);
            }
        });
    }

    /** From now on something is under way; how to stop it is said next. */
    synchronized void begins() {
        busy = true;
    }

    /** How to stop what is under way: it runs on a signal's thread, or here and now if the signal was first. */
    void stops(Runnable action) {
        synchronized (this) {
            busy = true;
            stop = action;
            if (exitCode == 0) {
                return;
            }
        }
        action.run();
    }

    private void arrived(int code) {
        Runnable action;
        synchronized (this) {
            if (!busy || exitCode != 0) {
                Runtime.getRuntime().halt(code);
            }
            exitCode = code;
            action = stop;
        }
        if (action != null) {
            action.run();
        }
    }

    /** What the process should end with, if a signal arrived. */
    synchronized OptionalInt exitCode() {
        return exitCode == 0 ? OptionalInt.empty() : OptionalInt.of(exitCode);
    }

    @Override
    public void close() {
        before.forEach(Signals::unregister);
    }
}
