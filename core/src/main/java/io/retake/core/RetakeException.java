package io.retake.core;

import org.jspecify.annotations.Nullable;

/** The root of what this library throws on purpose: what was wrong, and the next step to take. */
public class RetakeException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String advice;

    /**
     * With a message for a person.
     *
     * @param message what was wrong, where, and what was found
     * @param advice the next step to take; empty when there is none
     */
    public RetakeException(String message, String advice) {
        super(message);
        this.advice = advice;
    }

    /** The same, with what caused it, if something did. */
    public RetakeException(String message, String advice, @Nullable Throwable cause) {
        super(message, cause);
        this.advice = advice;
    }

    /** What was wrong, where, and what was found. */
    @Override
    public final String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** The next step to take; empty when there is none. */
    public final String advice() {
        return advice;
    }
}
