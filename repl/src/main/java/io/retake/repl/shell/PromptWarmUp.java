package io.retake.repl.shell;

import io.retake.repl.shell.session.DaemonThread;
import io.retake.repl.shell.terminal.PromptReader;

/**
 * Prepares what the first line will need once the prompt is shown and takes keys: until then nothing may compete with
 * it. The JVM loads this class at that moment, which lets a specification find out what was loaded before.
 */
final class PromptWarmUp {
    private PromptWarmUp() {}

    /** Loads the vocabulary and the compiler in a thread each, since neither needs the other. */
    static void begin(ShellContext shell, PromptReader reader) {
        DaemonThread.start("compiler", () -> prepareCompiler(shell));
        DaemonThread.start("ahead", () -> {
            shell.classifier().loadVocabulary(shell.console());
            reader.showAgain();
            shell.settings().problems().forEach(problem -> shell.console().problem(problem, ""));
            shell.history().refresh();
        });
    }

    /** Ignores a failure, which occurs again, and is reported, when the compiler is needed. */
    private static void prepareCompiler(ShellContext shell) {
        Guarded.of(false, () -> {
            shell.warmUp();
            return true;
        });
    }
}
