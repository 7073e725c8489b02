package io.retake.repl.cli;

import io.retake.repl.shell.Prompt;
import java.io.IOException;

/** {@code retake} alone, on a terminal: the prompt. */
final class PromptExecution {
    private PromptExecution() {}

    static int run(Surroundings around) {
        try {
            new Prompt(
                            () -> RunExecution.builder(around),
                            around.environment(),
                            around.folder(),
                            () -> CommandLineTool.run(around, "doctor"))
                    .run();
            return ExitCode.DONE.number();
        } catch (IOException | RuntimeException failure) {
            return Failures.show(around, failure, false);
        }
    }
}
