package io.retake.repl.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where the process begins, and the only place that ends it. */
public final class Main {
    private Main() {}

    /** Runs the command that the arguments name and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(Surroundings.ofThisProcess(), arguments));
    }

    /** Runs one command. Returns the exit code; throws nothing. */
    static int run(Surroundings around, String... arguments) {
        List<String> given = List.of(arguments);
        if (Set.of(RootCommand.NO_INIT, RootCommand.LENIENT).containsAll(given)) {
            Surroundings prompt = given.contains(RootCommand.NO_INIT) ? around.with("RETAKE_INIT", "off") : around;
            return PromptExecution.run(
                    given.contains(RootCommand.LENIENT) ? prompt.with("RETAKE_LENIENT", "on") : prompt);
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
