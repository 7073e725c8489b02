package io.retake.repl.arguments;

import io.retake.core.RetakeException;

/** The arguments of a run are wrong, whatever the script. */
public final class ArgumentProblem extends RetakeException {
    private static final long serialVersionUID = 1L;

    ArgumentProblem(String message, String advice) {
        super(message, advice);
    }
}
