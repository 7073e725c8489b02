package io.retake.dsl.run;

import io.retake.core.RetakeException;
import io.retake.core.client.ClientException;
import io.retake.core.edit.InvalidEdit;
import io.retake.dsl.DslException;
import io.retake.dsl.language.InvalidScript;
import io.retake.dsl.language.ReadyScript;
import io.retake.dsl.language.ScriptSource;
import io.retake.dsl.language.Scripts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Starts runs, each in a thread of its own. Thread-safe. */
public final class Runner {
    private final Connection connection;
    private final Scripts scripts;
    private final Optional<String> fixedSkill;
    private final Path workingFolder;
    private final Path stateFolder;
    private final Clock clock;

    /**
     * Runs on this connection; exports go to the working folder, journals to the state folder.
     *
     * @param scripts where recipes come from
     * @param fixedSkill what backends are told in place of what scripts say that they are
     */
    public Runner(
            Connection connection,
            Scripts scripts,
            Optional<String> fixedSkill,
            Path workingFolder,
            Path stateFolder,
            Clock clock) {
        this.connection = connection;
        this.scripts = scripts;
        this.fixedSkill = fixedSkill;
        this.workingFolder = workingFolder;
        this.stateFolder = stateFolder;
        this.clock = clock;
    }

    /** Starts a script. With {@code resume}, what its interrupted run had done on this backend is not done again. */
    public Run start(ReadyScript script, ScriptSource source, RunListener listener, boolean resume) {
        Runs runs = new Runs(stateFolder, clock);
        String path = source.file().map(Path::toString).orElse(source.name());
        Past past = resume ? past(runs, path) : Past.none();
        String id = runs.newId();
        Journal journal =
                runs.journal(id, line -> line.put("run", id).put("path", path).put("backend", connection.name()));
        RunContext context = new RunContext(
                connection,
                new Events(listener),
                journal,
                past,
                new OutputNames(workingFolder, stateFolder),
                new Numbers(),
                fixedSkill,
                script.stop());
        context.events.emit(
                new RunEvent.RunStarted(id, source.name(), connection.name(), connection.privacy(), !past.isNothing()));
        CompletableFuture<RunResult> result = new CompletableFuture<>();
        ScriptHost host = new ScriptHost(context, source, scripts, workingFolder);
        long begun = System.nanoTime();
        Ending ending = new Ending(outcome -> {
            RunResult done = end(script, source, context, outcome, begun);
            runs.sweep();
            result.complete(done);
        });
        Thread thread = context.stop.thread(
                () -> {
                    Ending.Outcome outcome = outcome(context, () -> host.run(script));
                    script.forget();
                    ending.with(outcome);
                },
                "retake-run-" + id);
        thread.setContextClassLoader(Runner.class.getClassLoader());
        Stopping stopping = new Stopping(
                thread,
                context,
                ending::isOver,
                () -> ending.with(left(thread, script::lineOf, source.name(), context)));
        thread.start();
        return new Run(id, result, stopping::stop, context);
    }

    private Past past(Runs runs, String path) {
        return runs.interrupted(path, connection.name())
                .filter(past -> past.engine().map(connection::takeUp).orElse(true))
                .orElseGet(Past::none);
    }

    /** What comes of it; whatever is thrown, errors too, is how a run ends. */
    static Ending.Outcome outcome(RunContext context, Supplier<@Nullable Object> work) {
        try {
            Object value = work.get();
            context.stop.check(); // what it waited for may have ended because it was stopped
            return new Ending.Outcome(value, null);
        } catch (Throwable thrown) {
            return new Ending.Outcome(null, thrown);
        }
    }

    /** What comes of it when its thread can't be stopped. */
    static Ending.Outcome left(Thread thread, ToIntFunction<StackTraceElement> own, String name, RunContext context) {
        Throwable place = new DslException("cancelled, and left behind", "");
        place.setStackTrace(thread.getStackTrace());
        int line = Lines.of(place, own);
        context.events.warn(name + (line > 0 ? ", line " + line + "," : "")
                + " could not be stopped and is left running; it ends with this process");
        return new Ending.Outcome(null, place);
    }

    private static RunResult end(
            ReadyScript script, ScriptSource source, RunContext context, Ending.Outcome outcome, long begun) {
        Optional<RunEvent.Failed> failure = Optional.ofNullable(outcome.thrown())
                .map(thrown -> failed(thrown, script::lineOf, source.name(), context));
        RunEvent.State state = state(failure);
        end(context, state);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        failure.ifPresent(context.events::emit);
        context.events.emit(new RunEvent.Finished(state, took));
        return new RunResult(state, Optional.ofNullable(outcome.value()), context.outputs(), failure, took);
    }

    private static void end(RunContext context, RunEvent.State state) {
        Thread.interrupted(); // a cancelled run's last line is written too
        try {
            context.journal.end(state);
        } catch (RetakeException full) {
            context.events.warn(String.valueOf(full.getMessage()));
        }
    }

    static RunEvent.State state(Optional<RunEvent.Failed> failure) {
        return failure.map(
                        f -> f.kind() == RunEvent.Failure.CANCELLED ? RunEvent.State.CANCELLED : RunEvent.State.FAILED)
                .orElse(RunEvent.State.DONE);
    }

    /** How what was thrown is told; {@code own} knows the lines that the person wrote. */
    static RunEvent.Failed failed(
            Throwable thrown, ToIntFunction<StackTraceElement> own, String name, RunContext context) {
        boolean cancelled = context.cancellation.cancelled();
        Optional<FailurePlaces.Place> recipe = context.places.of(thrown);
        String message = message(thrown)
                + recipe.map(place -> " (" + place.usedAt() + ")")
                        .or(() -> context.places.ofCause(thrown).map(place -> " (caused in " + place.causedAt() + ")"))
                        .orElse("");
        return new RunEvent.Failed(
                cancelled ? RunEvent.Failure.CANCELLED : kind(thrown),
                cancelled ? "cancelled" : message,
                cancelled ? "" : thrown instanceof RetakeException known ? known.advice() : "",
                recipe.map(FailurePlaces.Place::script).orElse(name),
                recipe.map(FailurePlaces.Place::line).orElseGet(() -> Lines.of(thrown, own)),
                Optional.of(thrown));
    }

    private static RunEvent.Failure kind(@Nullable Throwable thrown) {
        if (thrown instanceof ClientException said && said.refused()) {
            return RunEvent.Failure.REFUSED;
        }
        return thrown instanceof InvalidEdit || thrown instanceof InvalidScript
                ? RunEvent.Failure.SCRIPT
                : RunEvent.Failure.RUN;
    }

    private static String message(Throwable thrown) {
        if (thrown instanceof RetakeException known) {
            return String.valueOf(known.getMessage());
        }
        String text = thrown.getMessage();
        return thrown.getClass().getSimpleName() + (text == null ? "" : ": " + text);
    }
}
