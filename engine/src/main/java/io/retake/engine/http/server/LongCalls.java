package io.retake.engine.http.server;

import io.retake.engine.api.NetworkLimits;
import io.retake.engine.phrase.EngineMessages;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Threads for calls that may take long: measuring footage, fetching from elsewhere, waiting for an answer. They are not
 * the server's, which stay free for everybody else, and each client has at most so many. Thread-safe.
 */
public final class LongCalls implements AutoCloseable {
    private static final int MOST = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final int mostPerClient;
    private final ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("retake-call"));
    private final Map<String, Integer> byClient = new HashMap<>();
    private int all;

    public LongCalls(NetworkLimits limits) {
        mostPerClient = limits.callsPerClient();
    }

    /**
     * Runs a call on a thread of its own.
     *
     * @throws ApiException when this client, or all together, have too many
     */
    void run(String client, Runnable call) {
        enter(client);
        boolean begun = false;
        try {
            threads.execute(() -> {
                try {
                    call.run();
                } finally {
                    leave(client);
                }
            });
            begun = true;
        } finally {
            if (!begun) {
                leave(client);
            }
        }
    }

    private synchronized void enter(String client) {
        int mine = byClient.getOrDefault(client, 0);
        if (mine >= mostPerClient || all >= MOST) {
            throw ApiException.tooMany(
                    EngineMessages.text("request.many-calls", Math.min(mostPerClient, MOST)), Duration.ofSeconds(5));
        }
        byClient.put(client, mine + 1);
        all++;
    }

    private synchronized void leave(String client) {
        byClient.computeIfPresent(client, (id, count) -> count == 1 ? null : count - 1);
        all--;
    }

    /** Interrupts running calls, and returns when they have ended. */
    @Override
    public void close() {
        threads.shutdownNow();
        DaemonThreads.awaitEnd(threads, PATIENCE);
    }
}
