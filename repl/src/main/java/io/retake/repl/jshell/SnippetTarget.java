package io.retake.repl.jshell;

import io.retake.dsl.Retake;
import io.retake.dsl.event.RunListener;
import io.retake.dsl.prompt.Evaluator;

/** The session that snippets work on. Queried before each snippet, since a prompt can switch backends and sessions. */
public interface SnippetTarget {
    /** Returns the owner of the evaluator. */
    Retake retake();

    /** Returns the evaluator of the current session. */
    Evaluator evaluator();

    /** Creates the listener for the events of a text while it is evaluated. */
    RunListener view(String text);
}
