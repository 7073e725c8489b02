package io.retake.engine.http.server;

import io.retake.engine.phrase.EngineMessages;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;

/**
 * Reads a body to its end without holding a thread while it comes. What is too long is read on within bounds, and thrown
 * away: a client that is still sending when the connection closes sees a broken pipe in place of the answer (RFC 9112,
 * 9.6).
 */
final class BodyReader implements Runnable {
    private static final long MOST_DRAINED = 2L << 30;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    private final Reception source;
    private final int most;
    private final BodyListener outcome;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final long begun = System.nanoTime();
    private long total;

    private BodyReader(Reception source, int most, BodyListener outcome) {
        this.source = source;
        this.most = most;
        this.outcome = outcome;
    }

    /** Receives the result of reading a body: exactly one of the two methods is called, once. */
    interface BodyListener {
        void received(byte[] body);

        void failed(Throwable why);
    }

    /** Reads a body of at most so many bytes; a longer one fails, which is reported once it has been drained. */
    static void read(Reception source, int most, BodyListener outcome) {
        new BodyReader(source, most, outcome).run();
    }

    /** Discards the rest of a body, within bounds. */
    static void drain(Reception source, Runnable done) {
        read(source, 0, new BodyListener() {
            @Override
            public void received(byte[] body) {
                done.run();
            }

            @Override
            public void failed(Throwable why) {
                done.run();
            }
        });
    }

    @Override
    public void run() {
        while (true) {
            Content.Chunk chunk = source.read();
            if (chunk == null) {
                source.demand(this);
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                outcome.failed(chunk.getFailure());
                return;
            }
            keep(chunk);
            if (chunk.isLast() || isEnough()) {
                end();
                return;
            }
        }
    }

    private boolean isEnough() {
        return total > most && (total > MOST_DRAINED || System.nanoTime() - begun > PATIENCE);
    }

    private void keep(Content.Chunk chunk) {
        int bytes = chunk.remaining();
        total += bytes;
        if (total <= most) {
            byte[] copy = new byte[bytes];
            chunk.getByteBuffer().get(copy);
            kept.writeBytes(copy);
            source.transfer().kept(bytes);
        }
        chunk.release();
    }

    private void end() {
        if (total > most) {
            outcome.failed(ApiException.http(413, EngineMessages.text("request.too-large", most >> 20)));
        } else {
            outcome.received(kept.toByteArray());
        }
    }
}
