package io.retake.engine.http.server;

import io.retake.engine.phrase.EngineMessages;
import java.io.EOFException;
import org.eclipse.jetty.io.EofException;

/** A request whose body ended before all of it had come: the sender's doing, and not the disk's. */
final class TruncatedBody {
    private TruncatedBody() {}

    /** Whether the connection ended inside a body, however that was wrapped. */
    static boolean ofConnection(Throwable failure) {
        return hasCause(failure, EofException.class);
    }

    /** Whether a body that had come as announced ends inside one of its parts. */
    static boolean ofBody(Throwable failure) {
        return hasCause(failure, EOFException.class);
    }

    private static boolean hasCause(Throwable failure, Class<? extends Throwable> wanted) {
        Throwable cause = failure;
        while (cause != null && !wanted.isInstance(cause)) {
            cause = cause.getCause();
        }
        return cause != null;
    }

    static ApiException refusal() {
        return ApiException.badRequest(EngineMessages.text("request.cut-short"));
    }
}
