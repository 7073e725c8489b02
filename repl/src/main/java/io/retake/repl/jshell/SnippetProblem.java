package io.retake.repl.jshell;

import io.retake.core.RetakeException;

/** Reports a Java snippet that is wrong or failed; the advice marks the place with a caret. */
public final class SnippetProblem extends RetakeException {
    private static final long serialVersionUID = 1;

    SnippetProblem(String message, String advice) {
        super(message, advice);
    }
}
