package io.retake.repl.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Entry point of the process, and the only place that ends it. */
public final class Main {
    private Main() {}

    /** Runs the command that the arguments name and ends the process with its exit code. */
    public static void main(String[] arguments) {
        ProcessEnvironment around = ProcessEnvironment.ofThisProcess();
        // Script output is treated like all other output: UTF-8, and a failed write is reported.
        System.setOut(around.out());
        System.exit(StandardOutput.exitCode(around, run(around, arguments)));
    }

    /** Runs one command. Returns the exit code; throws nothing. */
    static int run(ProcessEnvironment around, String... arguments) {
        List<String> given = List.of(arguments);
        if (Set.of(RootCommand.NO_INIT, RootCommand.LENIENT).containsAll(given)) {
            ProcessEnvironment prompt =
                    given.contains(RootCommand.NO_INIT) ? around.with("RETAKE_INIT", "off") : around;
            return PromptExecution.run(
                    given.contains(RootCommand.LENIENT) ? prompt.with("RETAKE_LENIENT", "on") : prompt);
        }
        Optional<List<String>> run = RunCommand.arguments(Arrays.asList(arguments));
        return run.isPresent() ? new RunCommand(around).run(run.get()) : CommandLineTool.run(around, arguments);
    }
}
