package io.retake.engine.http.server;

import io.retake.engine.api.NetworkLimits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.AbstractLifeCycle;

/**
 * Closes connections that have no request yet, or none at the moment. A head that drips in ends after a while, and
 * so does a connection that says nothing; where there are too many connections the longest idle one is closed. Jetty's
 * own limits stop accepting in place of that, which is what a hostile client wants. Thread-safe.
 */
final class ConnectionWatch extends AbstractLifeCycle implements Connection.Listener {
    private static final long LONGEST_PAUSE_MS = 1000;

    /** Nanoseconds in which a client may be sending its first or next request, which closing would lose. */
    private static final long REQUEST_COMES = TimeUnit.MILLISECONDS.toNanos(250);

    private final Server server;
    private final NetworkLimits limits;
    private final Transfers transfers;
    private final Map<Connection, ConnectionProgress> open = new HashMap<>();

    ConnectionWatch(Server server, NetworkLimits limits, Transfers transfers) {
        this.server = server;
        this.limits = limits;
        this.transfers = transfers;
    }

    /** The progress of one connection; guarded by {@link #open}. */
    private static final class ConnectionProgress {
        private int requests;
        private boolean used;
        private boolean inHead = true;
        private long bytes;
        private long since = System.nanoTime();

        void begun() {
            requests++;
            used = true;
        }

        void ended(long received) {
            requests--;
            inHead = false;
            bytes = received;
            since = System.nanoTime();
        }

        boolean isIdle() {
            return requests == 0;
        }

        /** Returns whether closing it loses nothing. */
        boolean isLeft(long now) {
            return isIdle() && now - since > REQUEST_COMES;
        }

        /**
         * Whether it has been in a request's head for so long. A connection that was never used is in one from the
         * first.
         */
        boolean isLate(long received, long now, long longest) {
            if (isIdle() && !inHead && received > bytes) {
                inHead = true;
                since = now;
            }
            return isIdle() && inHead && now - since > longest;
        }
    }

    @Override
    protected void doStart() {
        scheduleLook();
    }

    private void scheduleLook() {
        long shortest = Math.min(limits.head().toMillis(), limits.grace().toMillis());
        long pause = Math.max(20, Math.min(LONGEST_PAUSE_MS, shortest / 4));
        server.getScheduler().schedule(this::look, pause, TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (isStopping() || isStopped()) {
            return;
        }
        late().forEach(ConnectionWatch::close);
        surplus().forEach(ConnectionWatch::close);
        transfers.endSlow();
        scheduleLook();
    }

    private List<Connection> late() {
        long now = System.nanoTime();
        long longest = limits.head().toNanos();
        synchronized (open) {
            return open.entrySet().stream()
                    .filter(entry -> entry.getValue().isLate(entry.getKey().getBytesIn(), now, longest))
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    /** Takes out the connections to close when there are too many. */
    private List<Connection> surplus() {
        List<Connection> surplus = new ArrayList<>();
        synchronized (open) {
            while (open.size() > limits.connections()
                    && takeLongestIdle().map(surplus::add).isPresent()) {}
        }
        return surplus;
    }

    /** Closes without an answer: half a head can't be answered. */
    private static void close(Connection connection) {
        connection.getEndPoint().close();
    }

    @Override
    public void onOpened(Connection connection) {
        Optional<Connection> tooMuch;
        synchronized (open) {
            tooMuch = open.size() < limits.connections() ? Optional.empty() : takeLongestIdle();
            open.put(connection, new ConnectionProgress());
        }
        tooMuch.ifPresent(ConnectionWatch::close);
    }

    /** Takes the longest idle connection; one that was never used goes first. */
    private Optional<Connection> takeLongestIdle() {
        long now = System.nanoTime();
        Optional<Connection> longest = open.entrySet().stream()
                .filter(entry -> entry.getValue().isLeft(now))
                .min(Comparator.comparing((Map.Entry<Connection, ConnectionProgress> entry) -> entry.getValue().used)
                        .thenComparingLong(entry -> entry.getValue().since))
                .map(Map.Entry::getKey);
        longest.ifPresent(open::remove);
        return longest;
    }

    @Override
    public void onClosed(Connection connection) {
        synchronized (open) {
            open.remove(connection);
        }
    }

    /** Notes that a request has begun on a connection. */
    void begun(Connection connection) {
        synchronized (open) {
            open.computeIfPresent(connection, (key, state) -> {
                state.begun();
                return state;
            });
        }
    }

    /** Notes that a request on a connection has been answered. */
    void ended(Connection connection) {
        synchronized (open) {
            ConnectionProgress state = open.get(connection);
            if (state != null) {
                state.ended(connection.getBytesIn());
            }
        }
    }
}
