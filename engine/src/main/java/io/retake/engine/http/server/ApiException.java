package io.retake.engine.http.server;

import io.retake.core.protocol.ErrorCode;
import io.retake.core.protocol.TerminalText;
import io.retake.engine.api.EngineException;
import java.time.Duration;
import java.util.Optional;

/** A refused request: the HTTP status, the code in the body, and a message for the user. */
public final class ApiException extends EngineException {
    private final int status;
    private final int code;
    private final Optional<Duration> retryAfter;

    private ApiException(int status, int code, String message, Optional<Duration> retryAfter) {
        super(TerminalText.clean(message)); // names and values in it come from whoever asked
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    /** Creates one of the protocol's numbered errors, which the body of an HTTP 200 carries, as in the cloud. */
    public static ApiException of(ErrorCode code, String message) {
        return new ApiException(200, code.code(), message, Optional.empty());
    }

    /** Creates an error that the HTTP status reports. */
    public static ApiException http(int status, String message) {
        return new ApiException(status, status, message, Optional.empty());
    }

    public static ApiException tooMany(String message, Duration wait) {
        return new ApiException(429, 429, message, Optional.of(wait));
    }

    public static ApiException badRequest(String message) {
        return http(400, message);
    }

    /** Returns the same refusal of a token, with the HTTP status 401 as well. */
    public ApiException unauthorized() {
        return new ApiException(status == 200 ? 401 : status, code, String.valueOf(getMessage()), retryAfter);
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
