package io.retake.repl.shell;

import io.retake.repl.shell.terminal.PromptReader;

/**
 * Prepares what the first line will need once the prompt stands and takes keys: until then nothing may compete with it.
 * The JVM loads this class at that moment, which is how a specification knows what came before.
 */
final class PromptWarmUp {
    private PromptWarmUp() {}

    /** The words of the language and the compiler know nothing of each other, so each has a thread. */
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
