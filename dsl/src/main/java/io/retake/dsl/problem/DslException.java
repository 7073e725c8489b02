package io.retake.dsl.problem;

import io.retake.core.RetakeException;
import org.jspecify.annotations.Nullable;

/** The root of what the language and its runner throw on purpose: what was wrong, and the next step to take. */
public class DslException extends RetakeException {
    private static final long serialVersionUID = 1L;

    /** What was wrong, and the next step; an empty advice when there is none. */
    public DslException(String message, String advice) {
        super(message, advice);
    }

    /** The same, with what caused it. */
    public DslException(String message, String advice, @Nullable Throwable cause) {
        super(message, advice, cause);
    }
}
