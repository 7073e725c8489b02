package io.retake.engine.http.server;

import io.retake.engine.api.NetworkLimits;
import io.retake.engine.phrase.EngineMessages;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * An answer to a client that may read slowly. Only the time counts in which the client keeps us waiting: a stream of
 * events is silent for long, and no slower for it. A write that gets on by nothing ends by Jetty's idle timeout.
 */
final class PacedResponse extends Response.Wrapper {
    private final NetworkLimits limits;
    private long written;
    private long waited;
    private Transfers.@Nullable Transfer transfer;

    PacedResponse(Request request, Response response, NetworkLimits limits) {
        super(request, response);
        this.limits = limits;
    }

    /** Sets the transfer that tracks this answer's progress. */
    synchronized void track(Transfers.Transfer sending) {
        transfer = sending;
    }

    private synchronized void moved(int bytes, long nanos) {
        waited += nanos;
        written += bytes;
        if (transfer != null) {
            transfer.moved(written);
        }
    }

    private synchronized boolean isTooSlow() {
        return limits.isTooSlow(written, Duration.ofNanos(waited));
    }

    @Override
    public void write(boolean last, @Nullable ByteBuffer bytes, Callback callback) {
        if (isTooSlow()) {
            callback.failed(new TimeoutException(EngineMessages.text("request.slow-reader")));
            return;
        }
        long begun = System.nanoTime();
        int length = bytes == null ? 0 : bytes.remaining();
        super.write(
                last,
                bytes,
                Callback.from(
                        callback.getInvocationType(),
                        () -> {
                            moved(length, System.nanoTime() - begun);
                            callback.succeeded();
                        },
                        callback::failed));
    }
}
