package io.retake.repl.shell;

import io.retake.core.RetakeException;

/** A command can't be done as it was said. */
final class CommandProblem extends RetakeException {
    private static final long serialVersionUID = 1;

    CommandProblem(String message, String advice) {
        super(message, advice);
    }
}
