package io.retake.engine.http.server;

import io.retake.engine.api.NetworkLimits;
import io.retake.engine.phrase.EngineMessages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Bodies and answers that are on their way: so many for each client and so many in all, and of those that are in memory
 * so many bytes. Where there are too many, the slowest ends and the new one goes on: a client that opens hundreds of slow
 * ones hurts only those. One that is slower than the least pace ends too. (Jetty's MinimumDataRateHandler looks at the
 * pace only when content comes, of which a chunk's header has none, and allows no slow beginning.) Thread-safe.
 */
final class Transfers {
    private static final int MOST = 512;
    private static final long MOST_BYTES =
            Math.max(64L << 20, Runtime.getRuntime().maxMemory() / 8);
    /** Nanoseconds; the pace of a younger transfer can't be judged. */
    private static final long YOUNG = TimeUnit.MILLISECONDS.toNanos(250);

    private final NetworkLimits limits;
    private final Set<Transfer> all = new LinkedHashSet<>();
    private long bytesInMemory;

    Transfers(NetworkLimits limits) {
        this.limits = limits;
    }

    /**
     * Begins one.
     *
     * @param longest the most time that it may take in all
     * @param end ends it early; called at most once, on any thread
     * @throws ApiException when there are too many and none of them is slow
     */
    Transfer begin(String client, Duration longest, Consumer<ApiException> end) {
        Transfer begun = new Transfer(client, longest, end);
        Optional<Transfer> slow;
        synchronized (this) {
            slow = room(client);
            slow.ifPresent(this::forget);
            all.add(begun);
        }
        slow.ifPresent(transfer -> transfer.end.accept(givesWay()));
        return begun;
    }

    /** Returns the slowest transfer, to end for a new one; empty when there is room. */
    private Optional<Transfer> room(String client) {
        boolean many = all.stream().filter(t -> t.client.equals(client)).count() >= limits.transfersPerClient();
        if (!many && all.size() < MOST) {
            return Optional.empty();
        }
        Optional<Transfer> slow = slowest(t -> !many || t.client.equals(client));
        if (slow.isEmpty()) {
            throw ApiException.tooMany(
                    many
                            ? EngineMessages.text("transfer.many-of-client", limits.transfersPerClient())
                            : EngineMessages.text("transfer.many", MOST),
                    Duration.ofSeconds(1));
        }
        return slow;
    }

    private Optional<Transfer> slowest(Predicate<Transfer> which) {
        long now = System.nanoTime();
        return all.stream()
                .filter(which)
                .filter(transfer -> now - transfer.begun > YOUNG)
                .min(Comparator.comparingDouble(transfer -> transfer.pace(now)));
    }

    private static ApiException givesWay() {
        return ApiException.tooMany(EngineMessages.text("transfer.gave-way"), Duration.ofSeconds(10));
    }

    /** Ends transfers that are too slow; to be called periodically. */
    void endSlow() {
        List<Transfer> slow = new ArrayList<>();
        synchronized (this) {
            for (Transfer transfer : all) {
                if (limits.isTooSlow(transfer.moved, transfer.age())
                        || transfer.age().compareTo(transfer.longest) > 0) {
                    slow.add(transfer);
                }
            }
            slow.forEach(this::forget);
        }
        slow.forEach(transfer -> transfer.end.accept(tooSlow(transfer)));
    }

    private ApiException tooSlow(Transfer transfer) {
        return ApiException.http(
                408,
                EngineMessages.text(
                        "transfer.slow",
                        transfer.moved,
                        transfer.age().toSeconds(),
                        limits.bytesPerSecond(),
                        transfer.longest.toSeconds()));
    }

    private synchronized void forget(Transfer transfer) {
        if (all.remove(transfer)) {
            bytesInMemory -= transfer.inMemory;
            transfer.inMemory = 0;
        }
    }

    /** A running transfer; closed when it has ended in whatever way. */
    final class Transfer implements AutoCloseable {
        private final String client;
        private final Duration longest;
        private final Consumer<ApiException> end;
        private final long begun = System.nanoTime();
        private volatile long moved;
        private long inMemory;

        private Transfer(String client, Duration longest, Consumer<ApiException> end) {
            this.client = client;
            this.longest = longest;
            this.end = end;
        }

        /** Sets the number of bytes transferred so far. */
        void moved(long bytes) {
            moved = bytes;
        }

        /** Adds to the bytes of it that are held in memory. */
        void kept(long bytes) {
            Optional<Transfer> slow = Optional.empty();
            synchronized (Transfers.this) {
                if (all.contains(this)) {
                    inMemory += bytes;
                    bytesInMemory += bytes;
                }
                if (bytesInMemory > MOST_BYTES) {
                    slow = slowest(transfer -> transfer.inMemory > 0);
                    slow.ifPresent(Transfers.this::forget);
                }
            }
            slow.ifPresent(transfer -> transfer.end.accept(givesWay()));
        }

        private Duration age() {
            return Duration.ofNanos(System.nanoTime() - begun);
        }

        private double pace(long now) {
            return moved / (double) (now - begun);
        }

        @Override
        public void close() {
            forget(this);
        }
    }
}
