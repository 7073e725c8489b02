package io.retake.core.protocol;

import io.retake.core.CoreMessages;
import java.util.Arrays;
import java.util.Optional;

/** The {@code code} of an answer's envelope. Unlisted codes exist: {@link #of} is empty for them. */
public enum ErrorCode {
    SUCCESS(0, "success"),
    TOKEN_REJECTED(1001, CoreMessages.text("error.token-rejected")),
    NO_SUCH_SESSION(1002, CoreMessages.text("error.no-such-session")),
    OUT_OF_CREDITS(2001, CoreMessages.text("error.out-of-credits")),
    UNSUPPORTED_FILE(4001, CoreMessages.text("error.unsupported-file")),
    FILE_TOO_LARGE(4002, CoreMessages.text("error.file-too-large"));

    private final int code;
    private final String meaning;

    ErrorCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    public String meaning() {
        return meaning;
    }

    public static Optional<ErrorCode> of(int code) {
        return Arrays.stream(values()).filter(known -> known.code == code).findFirst();
    }
}
