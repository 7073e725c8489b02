package io.retake.repl.cli;

import java.util.Optional;

/** Where the process begins, and the only place that ends it. */
public final class Main {
    private Main() {}

    /** Runs the command that the arguments name and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(Surroundings.ofThisProcess(), arguments));
    }

    /** Runs one command. Returns the exit code; throws nothing. */
    static int run(Surroundings around, String... arguments) {
        if (arguments.length == 0) {
            return PromptExecution.run(around);
        }
        if (arguments.length == 1 && arguments[0].equals(RootCommand.NO_INIT)) {
            return PromptExecution.run(around.with("RETAKE_INIT", "off"));
        }
        Optional<RunRequest> run = QuickRun.parse(arguments);
        if (run.isEmpty()) {
            return CommandLineTool.run(around, arguments);
        }
        Ahead.prepare();
        try {
            return new RunExecution(around).run(run.get());
        } catch (InterruptedException | RuntimeException failure) {
            return Failures.show(around, failure, run.get().trace());
        }
    }
}
