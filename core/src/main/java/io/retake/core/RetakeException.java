package io.retake.core;

import org.jspecify.annotations.Nullable;

/** The root of the exceptions that this library throws deliberately; each carries a fault and the next step to take. */
public class RetakeException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String advice;

    /**
     * Creates an exception with a message for the user.
     *
     * @param message the fault, its place, and the value found
     * @param advice the next step to take; empty when there is none
     */
    public RetakeException(String message, String advice) {
        super(message);
        this.advice = advice;
    }

    /** Creates an exception with a cause, if there is one. */
    public RetakeException(String message, String advice, @Nullable Throwable cause) {
        super(message, cause);
        this.advice = advice;
    }

    /** Returns the fault, its place, and the value found. */
    @Override
    public final String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** Returns the next step to take; empty when there is none. */
    public final String advice() {
        return advice;
    }
}
