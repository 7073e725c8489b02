package io.retake.repl.view;

import java.io.PrintStream;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A bar redrawn in its place on a terminal, at most ten times a second. The cursor is never hidden, so that no end of
 * the process, however sudden, leaves a terminal without one.
 */
final class LiveProgress implements Progress {
    private static final long REDRAW_NANOS = 100_000_000;
    private static final String ERASE_LINE = "\r\u001b[K";

    private final PrintStream terminal;
    private final Bar bar;
    private final IntSupplier columns;
    private final LongSupplier nanoTime;
    private @Nullable Transfer last;
    private @Nullable Pace pace;
    private long drawn;
    private boolean visible;

    LiveProgress(PrintStream terminal, Theme theme, IntSupplier columns, LongSupplier nanoTime) {
        this.terminal = terminal;
        this.bar = new Bar(theme);
        this.columns = columns;
        this.nanoTime = nanoTime;
    }

    @Override
    public synchronized void show(Transfer transfer) {
        long now = nanoTime.getAsLong();
        Pace current = pace;
        if (current == null || !transfer.continues(last)) {
            current = new Pace(now, transfer.fraction());
            pace = current;
            // What is over within a tenth of a second never flashes up.
            drawn = now;
        }
        last = transfer;
        current.reached(transfer.fraction(), now);
        if (now - drawn >= REDRAW_NANOS) {
            drawn = now;
            visible = true;
            terminal.print(ERASE_LINE + bar.line(transfer, current, columns.getAsInt()));
            terminal.flush();
        }
    }

    @Override
    public synchronized void clear() {
        last = null;
        pace = null;
        if (visible) {
            visible = false;
            terminal.print(ERASE_LINE);
            terminal.flush();
        }
    }
}
