package io.retake.dsl.problem;

import io.retake.core.RetakeException;
import org.jspecify.annotations.Nullable;

/**
 * The root of the exceptions that the language and its runner throw deliberately: a fault and the next step to take.
 */
public class DslException extends RetakeException {
    private static final long serialVersionUID = 1L;

    /** Creates an exception with a fault and the next step; the advice is empty when there is none. */
    public DslException(String message, String advice) {
        super(message, advice);
    }

    /** Creates an exception with a cause. */
    public DslException(String message, String advice, @Nullable Throwable cause) {
        super(message, advice, cause);
    }
}
