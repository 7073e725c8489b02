package io.retake.repl.jshell;

import io.retake.core.RetakeException;

/** A snippet of Java is wrong, or failed; the advice says where, with a caret under the place. */
public final class SnippetProblem extends RetakeException {
    private static final long serialVersionUID = 1;

    SnippetProblem(String message, String advice) {
        super(message, advice);
    }
}
