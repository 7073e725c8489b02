package io.retake.repl.cli;

import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jline.utils.Signals;

/**
 * What Ctrl-C, a terminal that closes, and a polite kill do while something is under way: the first asks it to stop,
 * the second ends the process at once. A signal that was ignored when the process began ({@code nohup}) stays so.
 */
final class Interruption implements AutoCloseable {
    /** A shell counts 128 and the signal's number. */
    private static final Map<String, Integer> EXIT_CODES = Map.of("INT", 130, "TERM", 143, "HUP", 129);

    private final Map<String, Object> before = new ConcurrentHashMap<>();
    private final AtomicInteger exitCode = new AtomicInteger();

    private Interruption() {}

    /** Until it is closed, the first signal runs this, on a thread of its own. */
    static Interruption stopping(Runnable stop) {
        Interruption interruption = new Interruption();
        EXIT_CODES.forEach((signal, code) -> {
            Object handler = Signals.register(signal, () -> interruption.arrived(code, stop));
            if (handler != null) {
                interruption.before.put(signal, handler);
            }
        });
        return interruption;
    }

    private void arrived(int code, Runnable stop) {
        if (exitCode.compareAndSet(0, code)) {
            stop.run();
        } else {
            Runtime.getRuntime().halt(code);
        }
    }

    /** What the process should end with, if a signal arrived. */
    OptionalInt exitCode() {
        int code = exitCode.get();
        return code == 0 ? OptionalInt.empty() : OptionalInt.of(code);
    }

    @Override
    public void close() {
        before.forEach(Signals::unregister);
    }
}
