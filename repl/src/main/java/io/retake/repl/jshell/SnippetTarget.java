package io.retake.repl.jshell;

import io.retake.dsl.Retake;
import io.retake.dsl.event.RunListener;
import io.retake.dsl.prompt.Evaluator;

/** Where snippets work: what a prompt works with at the moment. Asked before each snippet, since a prompt moves. */
public interface SnippetTarget {
    /** What the evaluator belongs to. */
    Retake retake();

    /** What evaluates, and knows the session. */
    Evaluator evaluator();

    /** Who is told what happens while this text is evaluated. */
    RunListener view(String text);
}
