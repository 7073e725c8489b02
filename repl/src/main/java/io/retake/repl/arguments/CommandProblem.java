package io.retake.repl.arguments;

import io.retake.core.RetakeException;

/** Reports a command that can't be run as it was typed. */
public final class CommandProblem extends RetakeException {
    private static final long serialVersionUID = 1;

    public CommandProblem(String message, String advice) {
        super(message, advice);
    }
}
