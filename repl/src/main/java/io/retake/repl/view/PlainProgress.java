package io.retake.repl.view;

import java.io.PrintStream;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Progress for a log: a line per quarter, and every ten seconds in between; none in the first second. */
final class PlainProgress implements Progress {
    private static final long SHORT_NANOS = 1_000_000_000L;
    private static final long LONG_NANOS = 10_000_000_000L;

    private final PrintStream log;
    private final LongSupplier nanoTime;
    private @Nullable Transfer last;
    private @Nullable Pace pace;
    private long written;
    private int quarter;
    private boolean any;

    PlainProgress(PrintStream log, LongSupplier nanoTime) {
        this.log = log;
        this.nanoTime = nanoTime;
    }

    /** Prints nothing: a log shows only transfers. */
    @Override
    public void begin(String what) {
        clear();
    }

    @Override
    public synchronized void show(Transfer transfer) {
        long now = nanoTime.getAsLong();
        Pace current = pace;
        if (current == null || !transfer.continues(last)) {
            current = new Pace(now, transfer.fraction());
            pace = current;
            written = now;
            quarter = quarter(transfer);
            any = false;
        }
        last = transfer;
        current.reached(transfer.fraction(), now);
        long since = now - written;
        boolean end = any && transfer.fraction() >= 1 && quarter < 4;
        if (end || since >= LONG_NANOS || (since >= SHORT_NANOS && (!any || quarter(transfer) > quarter))) {
            written = now;
            quarter = quarter(transfer);
            any = true;
            log.println(Bar.plain(transfer, current));
        }
    }

    private static int quarter(Transfer transfer) {
        return (int) (transfer.fraction() * 4);
    }

    @Override
    public synchronized void clear() {
        last = null;
        pace = null;
    }
}
