package io.retake.repl.cli;

import io.retake.dsl.Retake;
import io.retake.dsl.language.Description;
import io.retake.repl.view.ParameterView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code retake run}. */
@Command(
        name = "run",
        description = "Runs a script, or a recipe by its name.",
        customSynopsis = {
            "Usage: retake run SCRIPT [--PARAMETER VALUE]... [--backend=local|cloud|URL]",
            "                  [--resume] [--json] [--quiet] [--trace]",
            "       retake run SCRIPT --help"
        },
        footer = {
            "",
            "What the script prints and the files it makes go to standard output, all else to standard error.",
            "Exit codes: 0 done, 1 the run failed, 2 the script or the command line is wrong,",
            "3 the backend refused (credits, plan, token), 130 interrupted."
        })
final class RunCommand implements Callable<Integer> {
    private final Surroundings around;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "SCRIPT",
            description =
                    "The script, or the name of a recipe ('retake recipes'), or - for standard input. Its own parameters follow it as --name value; with --help they are listed.")
    private @Nullable String script;

    @Option(
            names = "--backend",
            paramLabel = "local|cloud|URL",
            description = "Where the work is done (default: local, or the cloud when NEMO_TOKEN is set).")
    private @Nullable String backend;

    @Option(names = "--resume", description = "Doesn't repeat what an interrupted run of this script has done.")
    private boolean resume;

    @Option(names = "--json", description = "Prints every event as a line of JSON, and nothing else.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "Prints results and failures only.")
    private boolean quiet;

    @Option(names = Failures.TRACE, description = "Shows where in the program a failure came from.")
    private boolean trace;

    @Option(
            names = {"-h", "--help"},
            description = "Shows this help, or the script's.")
    private boolean help;

    @Unmatched
    private List<String> words = new ArrayList<>();

    RunCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws InterruptedException {
        String file = script;
        if (file == null) {
            if (help) {
                spec.commandLine().usage(around.out());
                return ExitCode.DONE.number();
            }
            throw new CommandFailure(
                    ExitCode.WRONG,
                    "No script was named.",
                    "Name one: retake run SCRIPT; 'retake run --help' says more.",
                    null);
        }
        if (help) {
            return describe(file);
        }
        return new RunExecution(around).run(request());
    }

    /** What the command line asked for; a script was named. */
    RunRequest request() {
        return new RunRequest(
                String.valueOf(script),
                ScriptParameters.parse(words),
                Optional.ofNullable(backend),
                json,
                quiet,
                trace,
                resume);
    }

    private int describe(String file) {
        try (Retake retake = RunExecution.builder(around).build()) {
            Description description = retake.describe(RunExecution.source(around, retake, file));
            new ParameterView(around.screen()).show("retake run " + file, description);
            return ExitCode.DONE.number();
        }
    }
}
