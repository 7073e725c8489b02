package io.retake.core.client.http;

import io.retake.core.CoreMessages;
import io.retake.core.RetakeException;
import io.retake.core.protocol.MediaType;
import io.retake.core.protocol.RenderTicket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The exceptions that a {@code RetakeClient} throws deliberately: one class for each failure that a caller may act on.
 * This file is the complete list.
 */
public abstract sealed class ClientException extends RetakeException {
    private static final long serialVersionUID = 1L;

    private ClientException(String message, String advice, @Nullable Throwable cause) {
        super(message, advice, cause);
    }

    /** Returns whether the backend understood and refused (token, credits, plan), so that retrying is pointless. */
    public boolean refused() {
        return false;
    }

    /** 1001, when no new token can be obtained or accepted. */
    public static final class TokenRejected extends ClientException {
        private static final long serialVersionUID = 1L;

        TokenRejected(String message, String advice) {
            super(message, advice, null);
        }

        @Override
        public boolean refused() {
            return true;
        }
    }

    /** 1002. */
    public static final class NoSuchSession extends ClientException {
        private static final long serialVersionUID = 1L;

        NoSuchSession(String message) {
            super(message, CoreMessages.text("session.missing-advice"), null);
        }
    }

    /** 2001. */
    public static final class OutOfCredits extends ClientException {
        private static final long serialVersionUID = 1L;
        private final @Nullable URI registration;

        OutOfCredits(String message, @Nullable URI registration) {
            super(
                    message,
                    registration == null
                            ? CoreMessages.text("credits.top-up")
                            : CoreMessages.text("credits.register", registration),
                    null);
            this.registration = registration;
        }

        /**
         * Returns the page on which an anonymous user registers and keeps this session; empty for a registered user,
         * who tops up.
         */
        public java.util.Optional<URI> registration() {
            return java.util.Optional.ofNullable(registration);
        }

        @Override
        public boolean refused() {
            return true;
        }
    }

    /** 4001, or detected before sending. */
    public static final class UnsupportedFile extends ClientException {
        private static final long serialVersionUID = 1L;

        public UnsupportedFile(String message) {
            this(message, CoreMessages.text("upload.accepted-types", MediaType.accepted()));
        }

        public UnsupportedFile(String message, String advice) {
            super(message, advice, null);
        }
    }

    /** 4002, or detected before sending. */
    public static final class FileTooLarge extends ClientException {
        private static final long serialVersionUID = 1L;

        public FileTooLarge(String message) {
            this(message, MediaType.MAX_BYTES);
        }

        public FileTooLarge(String message, long most) {
            super(message, CoreMessages.text("upload.too-large-advice", (most >> 20)), null);
        }
    }

    /** A file to upload is missing, unreadable, empty, or changed while it was sent. */
    public static final class UnreadableFile extends ClientException {
        private static final long serialVersionUID = 1L;

        public UnreadableFile(String message, String advice, @Nullable Throwable cause) {
            super(message, advice, cause);
        }
    }

    /** HTTP 400 on the request for a token: the backend rejected the client id. */
    public static final class ClientIdRejected extends ClientException {
        private static final long serialVersionUID = 1L;

        ClientIdRejected(String message, String advice) {
            super(message, advice, null);
        }

        @Override
        public boolean refused() {
            return true;
        }
    }

    /** HTTP 402. */
    public static final class ExportNotInPlan extends ClientException {
        private static final long serialVersionUID = 1L;

        ExportNotInPlan(String message) {
            super(message, CoreMessages.text("export.not-in-plan-advice"), null);
        }

        @Override
        public boolean refused() {
            return true;
        }
    }

    /** HTTP 429, even after waiting once. */
    public static final class RateLimited extends ClientException {
        private static final long serialVersionUID = 1L;

        public RateLimited(String message, String advice) {
            super(message, advice, null);
        }
    }

    /** A code or status without its own class. */
    public static final class Refused extends ClientException {
        private static final long serialVersionUID = 1L;
        private final int status;
        private final int code;

        Refused(String message, int status, int code) {
            super(message, adviceFor(status), null);
            this.status = status;
            this.code = code;
        }

        /** Returns the HTTP status. */
        public int status() {
            return status;
        }

        /** Returns the envelope's code; 0 when it had none. */
        public int code() {
            return code;
        }

        private static String adviceFor(int status) {
            if (status == 507) {
                return ""; // Waiting doesn't help when the server's disk is full; the message says so.
            }
            return status >= 500
                    ? CoreMessages.text("backend.failed-advice")
                    : CoreMessages.text("backend.refused-advice");
        }
    }

    /** The server is not the API: HTML, an empty or truncated answer, a redirect. */
    public static final class NotAnApi extends ClientException {
        private static final long serialVersionUID = 1L;

        public NotAnApi(String message, @Nullable Throwable cause) {
            super(message, CoreMessages.text("answer.not-the-api-advice"), cause);
        }
    }

    /** The connection failed or broke. */
    public static final class ConnectionLost extends ClientException {
        private static final long serialVersionUID = 1L;

        public ConnectionLost(String message, String advice, @Nullable Throwable cause) {
            super(message, advice, cause);
        }
    }

    /** The reply's stream broke, and the session's state shows no effect of the message. It was not sent again. */
    public static final class ReplyLost extends ClientException {
        private static final long serialVersionUID = 1L;

        public ReplyLost(String message, @Nullable Throwable cause) {
            super(message, CoreMessages.text("message.lost-advice"), cause);
        }
    }

    /** The backend reported a failure in its reply. */
    public static final class AgentFailed extends ClientException {
        private static final long serialVersionUID = 1L;

        public AgentFailed(String message) {
            super(message, CoreMessages.text("message.failed-advice"), null);
        }
    }

    /** The call exceeded its time limit. */
    public static final class TimedOut extends ClientException {
        private static final long serialVersionUID = 1L;
        private final Duration after;

        public TimedOut(String message, String advice, Duration after) {
            super(message, advice, null);
            this.after = after;
        }

        public Duration after() {
            return after;
        }
    }

    /** A render ended without a file, on the second attempt too. */
    public static final class RenderFailed extends ClientException {
        private static final long serialVersionUID = 1L;
        private final RenderTicket ticket;

        private final boolean deliberate;

        public RenderFailed(String message, String advice, RenderTicket ticket, boolean deliberate) {
            super(message, advice, null);
            this.ticket = ticket;
            this.deliberate = deliberate;
        }

        /** Returns whether the render was stopped deliberately, so that it must not be retried. */
        public boolean deliberate() {
            return deliberate;
        }

        public RenderTicket ticket() {
            return ticket;
        }
    }

    /** The id of a render is already in use. */
    public static final class RenderIdTaken extends ClientException {
        private static final long serialVersionUID = 1L;

        public RenderIdTaken(String message) {
            super(message, CoreMessages.text("render.id-taken-advice"), null);
        }
    }

    /** The file cannot be written to its target. */
    public static final class CannotWrite extends ClientException {
        private static final long serialVersionUID = 1L;
        private final Path target;

        public CannotWrite(String message, String advice, Path target, @Nullable Throwable cause) {
            super(message, advice, cause);
            this.target = target;
        }

        public Path target() {
            return target;
        }
    }

    /** Stopped by the user or by an interrupt of the thread, whose flag is set again. */
    public static final class Cancelled extends ClientException {
        private static final long serialVersionUID = 1L;

        Cancelled(String what, String advice) {
            super(what, advice, null);
        }
    }
}
