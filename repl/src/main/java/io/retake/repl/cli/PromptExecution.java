package io.retake.repl.cli;

import io.retake.repl.shell.Prompt;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Runs {@code retake} without a command: the prompt on a terminal, otherwise the lines of standard input. */
final class PromptExecution {
    private PromptExecution() {}

    static int run(ProcessEnvironment around) {
        try {
            if (around.interactive()) {
                prompt(around).run();
                return ExitCode.DONE.number();
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(around.in(), StandardCharsets.UTF_8));
            return prompt(around)
                    .run(lines, around.screen())
                    .map(done -> (done ? ExitCode.DONE : ExitCode.FAILED).number())
                    .orElseGet(() -> CommandLineTool.run(around));
        } catch (IOException | RuntimeException failure) {
            return Failures.show(around, failure, false, false);
        }
    }

    static Prompt prompt(ProcessEnvironment around) {
        return new Prompt(
                () -> RunExecution.builder(around),
                around.environment(),
                around.folder(),
                () -> CommandLineTool.run(around, "doctor"));
    }
}
