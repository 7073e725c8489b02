package io.retake.core.client.http;

import io.retake.core.RetakeException;
import io.retake.core.protocol.MediaType;
import io.retake.core.protocol.RenderTicket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Everything a {@code RetakeClient} throws on purpose: one class for each thing that a caller may want to act on. The
 * kinds are closed; this file is the list.
 */
public abstract sealed class ClientException extends RetakeException {
    private static final long serialVersionUID = 1L;

    private ClientException(String message, String advice, @Nullable Throwable cause) {
        super(message, advice, cause);
    }

    /** Whether the backend understood and said no (token, credits, plan), so that trying again is of no use. */
    public boolean refused() {
        return false;
    }

    /** 1001, and a new token is not to be had or not to be taken. */
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
            super(message, "Open a new session and upload the footage again.", null);
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
                            ? "Top up the account, or use the local backend, which needs no credits."
                            : "Register to go on: " + registration,
                    null);
            this.registration = registration;
        }

        /** Where an anonymous user registers and keeps this session; empty for a registered one, who tops up. */
        public java.util.Optional<URI> registration() {
            return java.util.Optional.ofNullable(registration);
        }

        @Override
        public boolean refused() {
            return true;
        }
    }

    /** 4001, or found out before sending. */
    public static final class UnsupportedFile extends ClientException {
        private static final long serialVersionUID = 1L;

        public UnsupportedFile(String message) {
            this(message, "Accepted are " + MediaType.accepted() + ". Convert the file to one of them.");
        }

        public UnsupportedFile(String message, String advice) {
            super(message, advice, null);
        }
    }

    /** 4002, or found out before sending. */
    public static final class FileTooLarge extends ClientException {
        private static final long serialVersionUID = 1L;

        public FileTooLarge(String message) {
            this(message, MediaType.MAX_BYTES);
        }

        public FileTooLarge(String message, long most) {
            super(message, "At most " + (most >> 20) + " MB are accepted. Compress or trim the file first.", null);
        }
    }

    /** A file to be sent is missing, unreadable, empty, or changed while it was sent. */
    public static final class UnreadableFile extends ClientException {
        private static final long serialVersionUID = 1L;

        public UnreadableFile(String message, String advice, @Nullable Throwable cause) {
            super(message, advice, cause);
        }
    }

    /** HTTP 400 on the way to a token: the client id was not accepted. */
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
            super(
                    message,
                    "This is a matter of the subscription, not of credits: register or upgrade the plan, or export with"
                            + " the local backend.",
                    null);
        }

        @Override
        public boolean refused() {
            return true;
        }
    }

    /** HTTP 429, also after the one wait. */
    public static final class RateLimited extends ClientException {
        private static final long serialVersionUID = 1L;

        public RateLimited(String message, String advice) {
            super(message, advice, null);
        }
    }

    /** A code or status this client has no better word for. */
    public static final class Refused extends ClientException {
        private static final long serialVersionUID = 1L;
        private final int status;
        private final int code;

        Refused(String message, int status, int code) {
            super(message, adviceFor(status), null);
            this.status = status;
            this.code = code;
        }

        /** The HTTP status. */
        public int status() {
            return status;
        }

        /** The envelope's code; 0 when it had none. */
        public int code() {
            return code;
        }

        private static String adviceFor(int status) {
            if (status == 507) {
                return ""; // Its disk is full, which waiting doesn't change; the message says so.
            }
            return status >= 500
                    ? "The fault is at the backend: try again in a few minutes."
                    : "Look at the session's state; if this comes again, report the code.";
        }
    }

    /** Whatever answered is not the API: HTML, nothing, half an answer, a redirect. */
    public static final class NotAnApi extends ClientException {
        private static final long serialVersionUID = 1L;

        public NotAnApi(String message, @Nullable Throwable cause) {
            super(
                    message,
                    "Check the backend's address (NEMO_API_URL) and that no proxy or sign-in page is in between.",
                    cause);
        }
    }

    /** No connection, or it broke. */
    public static final class ConnectionLost extends ClientException {
        private static final long serialVersionUID = 1L;

        public ConnectionLost(String message, String advice, @Nullable Throwable cause) {
            super(message, advice, cause);
        }
    }

    /** The reply's stream broke, and by the session's state the message did nothing. It was not sent again. */
    public static final class ReplyLost extends ClientException {
        private static final long serialVersionUID = 1L;

        public ReplyLost(String message, @Nullable Throwable cause) {
            super(
                    message,
                    "It may still be worked on: look at the timeline in a few minutes, and send it again only if it is"
                            + " still as it was.",
                    cause);
        }
    }

    /** The backend reported a failure in its reply. */
    public static final class AgentFailed extends ClientException {
        private static final long serialVersionUID = 1L;

        public AgentFailed(String message) {
            super(message, "Look at the timeline, then say it in other words or in smaller steps.", null);
        }
    }

    /** It took longer than it may. */
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

    /** A render ended without a file, also the second time. */
    public static final class RenderFailed extends ClientException {
        private static final long serialVersionUID = 1L;
        private final RenderTicket ticket;

        private final boolean deliberate;

        public RenderFailed(String message, String advice, RenderTicket ticket, boolean deliberate) {
            super(message, advice, null);
            this.ticket = ticket;
            this.deliberate = deliberate;
        }

        /** Whether somebody stopped it, so that it is not to be tried again. */
        public boolean deliberate() {
            return deliberate;
        }

        public RenderTicket ticket() {
            return ticket;
        }
    }

    /** The id of a render is in use already. */
    public static final class RenderIdTaken extends ClientException {
        private static final long serialVersionUID = 1L;

        public RenderIdTaken(String message) {
            super(message, "Export again: a new id is made each time.", null);
        }
    }

    /** The file can't be written where it should go. */
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

    /** Stopped by the person or by an interrupt of the thread, whose flag is set again. */
    public static final class Cancelled extends ClientException {
        private static final long serialVersionUID = 1L;

        Cancelled(String what, String advice) {
            super(what, advice, null);
        }
    }
}
