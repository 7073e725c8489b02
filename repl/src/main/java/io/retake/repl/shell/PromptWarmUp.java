package io.retake.repl.shell;

import io.retake.repl.shell.terminal.PromptReader;

/**
 * Prepares what the first line will need, once the prompt is shown and takes keys: nothing may compete with it before.
 * The JVM loads this class at that moment; a specification relies on that to see what loaded earlier.
 */
final class PromptWarmUp {
    private PromptWarmUp() {}

    /** Starts two threads: loading the vocabulary and preparing the compiler are independent. */
    static void begin(ShellContext desk, PromptReader reader) {
        Prompt.ahead("compiler", () -> prepareCompiler(desk));
        Prompt.ahead("ahead", () -> {
            desk.learnWords();
            reader.showAgain();
            desk.settings().problems().forEach(problem -> desk.problem(problem, ""));
            desk.history().refresh();
        });
    }

    /** A failure here happens again, and is reported, when the compiler is needed. */
    private static void prepareCompiler(ShellContext desk) {
        Guarded.of(false, () -> {
            desk.goAhead();
            return true;
        });
    }
}
