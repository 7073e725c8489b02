package io.retake.repl.arguments;

import io.retake.core.RetakeException;

/** A command can't be done as it was said. */
public final class CommandProblem extends RetakeException {
    private static final long serialVersionUID = 1;

    public CommandProblem(String message, String advice) {
        super(message, advice);
    }
}
