package io.retake.repl.cli;

import io.retake.core.RetakeException;
import io.retake.dsl.Backend;
import io.retake.dsl.Retake;
import io.retake.dsl.RetakeBuilder;
import io.retake.dsl.compile.Recipes;
import io.retake.dsl.event.EventJson;
import io.retake.dsl.event.RunEvent;
import io.retake.dsl.event.RunListener;
import io.retake.dsl.problem.ScriptSource;
import io.retake.dsl.run.Run;
import io.retake.dsl.run.RunResult;
import io.retake.repl.arguments.RunOption;
import io.retake.repl.arguments.RunRequest;
import io.retake.repl.view.RunView;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs one script from the command line, from its first event to its exit code. */
final class RunExecution {
    /** Stands for standard input in place of a script's name. */
    static final String STANDARD_INPUT = "-";

    private final ProcessEnvironment around;

    RunExecution(ProcessEnvironment around) {
        this.around = around;
    }

    static RetakeBuilder builder(ProcessEnvironment around) {
        RetakeBuilder builder =
                Retake.builder().environment(around.environment()).workingFolder(around.folder());
        Installation.recipes().ifPresent(builder::recipes);
        return builder;
    }

    /** Reads a script: a file, a recipe by name, or standard input. */
    static ScriptSource source(ProcessEnvironment around, Retake retake, String script) {
        if (script.equals(STANDARD_INPUT)) {
            return ScriptSource.read("<stdin>", around.in());
        }
        Path file = around.path(script);
        if (Recipes.isName(script) && !Files.isRegularFile(file)) {
            return retake.recipe(script);
        }
        ScriptSource read = ScriptSource.file(file);
        return new ScriptSource(script, read.text(), read.file());
    }

    /** Runs the script. Returns the exit code. */
    int run(RunRequest request) throws InterruptedException {
        if (!request.has(RunOption.JSON)) {
            return run(
                    request, new RunView(around.screen(), request.has(RunOption.QUIET), request.has(RunOption.TRACE)));
        }
        try (PrintedEvents events =
                PrintedEvents.inFrontOf(event -> around.out().println(EventJson.line(event)))) {
            return run(request, events);
        }
    }

    private int run(RunRequest request, RunListener listener) throws InterruptedException {
        RetakeBuilder builder = builder(around);
        request.backend().map(RunExecution::backend).ifPresent(builder::backend);
        if (request.has(RunOption.LENIENT)) {
            builder.lenient(true);
        }
        try (Interruption interruption = Interruption.heard();
                Retake retake = built(builder)) {
            ScriptSource script = script(retake, request);
            Run run = start(retake, script, request, event -> {
                interruption.begins();
                listener.on(event);
            });
            interruption.stops(run::cancel);
            RunResult result = run.await();
            return exitCode(result).number();
        }
    }

    /** Builds; a wrong backend in the command line or the environment becomes a {@link CommandFailure}. */
    private static Retake built(RetakeBuilder builder) {
        try {
            return builder.build();
        } catch (RetakeException wrong) {
            throw new CommandFailure(ExitCode.WRONG, wrong.getMessage(), wrong.advice(), wrong);
        }
    }

    private static Run start(Retake retake, ScriptSource script, RunRequest request, RunListener listener) {
        if (request.has(RunOption.RESEND)) {
            return retake.resumeAndResend(script, request.parameters(), listener);
        }
        return request.has(RunOption.RESUME)
                ? retake.resume(script, request.parameters(), listener)
                : retake.run(script, request.parameters(), listener);
    }

    private ScriptSource script(Retake retake, RunRequest request) {
        try {
            return source(around, retake, request.script().orElseThrow());
        } catch (RetakeException unreadable) {
            throw new CommandFailure(ExitCode.WRONG, unreadable.getMessage(), unreadable.advice(), unreadable);
        }
    }

    private static Backend backend(String name) {
        try {
            return Backend.named(name);
        } catch (RetakeException none) {
            throw new CommandFailure(ExitCode.WRONG, none.getMessage(), none.advice(), none);
        }
    }

    private static ExitCode exitCode(RunResult result) {
        if (result.done()) {
            return ExitCode.DONE;
        }
        RunEvent.Failure kind = result.failure().map(RunEvent.Failed::kind).orElse(RunEvent.Failure.RUN);
        return switch (kind) {
            case RUN -> ExitCode.FAILED;
            case SCRIPT -> ExitCode.WRONG;
            case REFUSED -> ExitCode.REFUSED;
            case CANCELLED -> ExitCode.INTERRUPTED;
        };
    }
}
