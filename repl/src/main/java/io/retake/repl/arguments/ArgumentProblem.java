package io.retake.repl.arguments;

import io.retake.core.RetakeException;

/** Reports wrong arguments of a run, independently of the script. */
public final class ArgumentProblem extends RetakeException {
    private static final long serialVersionUID = 1L;

    ArgumentProblem(String message, String advice) {
        super(message, advice);
    }
}
