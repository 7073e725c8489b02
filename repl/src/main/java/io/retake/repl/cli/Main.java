package io.retake.repl.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where the process begins, and the only place that ends it. */
public final class Main {
    private Main() {}

    /** Runs the command that the arguments name and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Surroundings around = Surroundings.ofThisProcess();
        System.setOut(around.out()); // what a script's classes print is as everything else is: in UTF-8, and lost not
        // unnoticed
        System.exit(StandardOutput.exitCode(around, run(around, arguments)));
    }

    /** Runs one command. Returns the exit code; throws nothing. */
    static int run(Surroundings around, String... arguments) {
        if (arguments.length == 0) {
            return PromptExecution.run(around);
        }
        if (arguments.length == 1 && arguments[0].equals(RootCommand.NO_INIT)) {
            return PromptExecution.run(around.with("RETAKE_INIT", "off"));
        }
        Optional<List<String>> run = RunCommand.arguments(Arrays.asList(arguments));
        return run.isPresent() ? new RunCommand(around).run(run.get()) : CommandLineTool.run(around, arguments);
    }
}
