package io.retake.repl.view;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A progress line redrawn in place on a terminal, at most ten times a second. The cursor is never hidden, so that even
 * a crash leaves it visible.
 */
final class LiveProgress implements Progress {
    private static final long REDRAW_NANOS = 100_000_000;
    private static final String ERASE_LINE = "\r\u001b[K";

    private final PrintStream terminal;
    private final Theme theme;
    private final Bar bar;
    private final IntSupplier columns;
    private final LongSupplier nanoTime;
    private @Nullable ScheduledThreadPoolExecutor clock;
    private @Nullable String waiting;
    private long waitingSince;
    private @Nullable Transfer last;
    private @Nullable Pace pace;
    private long drawn;
    private boolean visible;

    LiveProgress(PrintStream terminal, Theme theme, IntSupplier columns, LongSupplier nanoTime) {
        this.terminal = terminal;
        this.theme = theme;
        this.bar = new Bar(theme);
        this.columns = columns;
        this.nanoTime = nanoTime;
    }

    @Override
    public synchronized void begin(String what) {
        clear();
        waiting = what;
        waitingSince = nanoTime.getAsLong();
        if (clock == null) {
            clock = new ScheduledThreadPoolExecutor(1, task -> {
                Thread thread = new Thread(task, "progress");
                thread.setDaemon(true);
                return thread;
            });
            var unused = clock.scheduleAtFixedRate(this::tick, 300, 500, TimeUnit.MILLISECONDS);
        }
    }

    /** Redraws at intervals, so that a stalled transfer is visible too. */
    private synchronized void tick() {
        Transfer transfer = last;
        Pace current = pace;
        if (transfer != null && current != null) {
            draw(bar.line(transfer, current, columns.getAsInt()));
        } else if (waiting != null) {
            tick(waiting);
        }
    }

    private void tick(String what) {
        Duration since = Duration.ofNanos(nanoTime.getAsLong() - waitingSince);
        String time = since.toMillis() < 1000 ? "" : "  " + Amounts.clock(since);
        int room = Math.max(1, columns.getAsInt() - 1 - time.length());
        draw(Columns.fit(what + " " + theme.ellipsis(), room, theme.ellipsis()) + theme.paint(Role.ASIDE, time));
    }

    @Override
    public synchronized void show(Transfer transfer) {
        long now = nanoTime.getAsLong();
        Pace current = pace;
        if (current == null || !transfer.continues(last)) {
            current = new Pace(now, transfer.fraction());
            pace = current;
            // A transfer that ends within a tenth of a second is never drawn.
            drawn = now;
        }
        last = transfer;
        current.reached(transfer.fraction(), now);
        if (now - drawn >= REDRAW_NANOS) {
            drawn = now;
            draw(bar.line(transfer, current, columns.getAsInt()));
        }
    }

    private void draw(String line) {
        visible = true;
        terminal.print(ERASE_LINE + line);
        terminal.flush();
    }

    @Override
    public synchronized void clear() {
        waiting = null;
        last = null;
        pace = null;
        if (visible) {
            visible = false;
            terminal.print(ERASE_LINE);
            terminal.flush();
        }
    }
}
