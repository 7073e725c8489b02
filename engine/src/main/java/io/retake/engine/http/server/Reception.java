package io.retake.engine.http.server;

import io.retake.core.Room;
import io.retake.engine.api.NetworkLimits;
import io.retake.engine.phrase.EngineMessages;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** A request's body as it comes in. Nobody waits for it in a thread; silence ends it, and so does {@link Transfers}. */
public final class Reception extends Request.Wrapper {
    private final NetworkLimits limits;
    private final Transfers.Transfer transfer;
    private long received;
    private long used;
    private boolean wanted = true;

    Reception(Request request, NetworkLimits limits, Transfers.Transfer transfer) {
        super(request);
        this.limits = limits;
        this.transfer = transfer;
        patience(limits.silence().toMillis());
    }

    private void patience(long idleMillis) {
        getWrapped().addHttpStreamWrapper(stream -> {
            stream.setIdleTimeout(idleMillis);
            return stream;
        });
    }

    Transfers.Transfer transfer() {
        return transfer;
    }

    @Override
    public Content.Chunk read() {
        Content.Chunk chunk = super.read();
        if (chunk != null && !Content.Chunk.isFailure(chunk)) {
            received += chunk.remaining();
            transfer.moved(received);
            used = wanted ? received : used;
        }
        return chunk;
    }

    /** Discards everything that arrives from now on. */
    void unwanted() {
        wanted = false;
    }

    /** Ends the reception: the time for the answer doesn't count against the client. */
    void end() {
        transfer.close();
        patience(HttpApi.IDLE_MS);
    }

    /** Explains why the body did not arrive. */
    ApiException explained(Throwable why, DiskErrors disk) {
        if (why instanceof ApiException known) {
            return known;
        }
        if (Room.wasMissing(why)) {
            return disk.explained(used, getLength());
        }
        if (TruncatedBody.ofBody(why)) {
            return TruncatedBody.refusal();
        }
        return why instanceof TimeoutException
                ? ApiException.http(
                        408,
                        EngineMessages.text(
                                "request.body-stopped",
                                received,
                                limits.silence().toSeconds()))
                : ApiException.badRequest(EngineMessages.text("request.body-broke-off", received));
    }
}
