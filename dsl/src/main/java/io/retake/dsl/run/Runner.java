package io.retake.dsl.run;

import io.retake.core.FileNames;
import io.retake.core.RetakeException;
import io.retake.core.client.ClientException;
import io.retake.core.edit.InvalidEdit;
import io.retake.dsl.language.InvalidScript;
import io.retake.dsl.language.ReadyScript;
import io.retake.dsl.language.ScriptSource;
import io.retake.dsl.language.Scripts;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
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
                fixedSkill);
        context.events.emit(
                new RunEvent.RunStarted(id, source.name(), connection.name(), connection.privacy(), !past.isNothing()));
        CompletableFuture<RunResult> result = new CompletableFuture<>();
        Runnable work = () -> {
            RunResult done = run(script, source, context, new ScriptHost(context, source, scripts, workingFolder));
            runs.sweep();
            result.complete(done);
        };
        Thread thread = new Thread(work, "retake-run-" + id);
        thread.setDaemon(true);
        thread.setContextClassLoader(Runner.class.getClassLoader());
        thread.start();
        return new Run(id, result, () -> stop(context, thread, result), context);
    }

    private Past past(Runs runs, String path) {
        return runs.interrupted(path, connection.name())
                .filter(past -> past.engine().map(connection::takeUp).orElse(true))
                .orElseGet(Past::none);
    }

    private static void stop(RunContext context, Thread thread, CompletableFuture<RunResult> result) {
        if (!result.isDone()) {
            context.cancellation.cancel();
            thread.interrupt();
        }
    }

    private static RunResult run(ReadyScript script, ScriptSource source, RunContext context, ScriptHost host) {
        long start = System.nanoTime();
        Object value = null;
        Optional<RunEvent.Failed> failure = Optional.empty();
        try {
            value = host.run(script);
        } catch (Throwable thrown) { // whatever a script throws, errors too, is how its run ends
            failure = Optional.of(failed(thrown, script::owns, source.name(), context));
        }
        RunEvent.State state = state(failure);
        script.forget();
        end(context, state);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        failure.ifPresent(context.events::emit);
        context.events.emit(new RunEvent.Finished(state, took));
        return new RunResult(state, Optional.ofNullable(value), context.outputs(), failure, took);
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

    /** How what was thrown is told; {@code own} knows the classes of what the person wrote. */
    static RunEvent.Failed failed(Throwable thrown, Predicate<String> own, String name, RunContext context) {
        boolean cancelled = context.cancellation.cancelled();
        return new RunEvent.Failed(
                cancelled ? RunEvent.Failure.CANCELLED : kind(thrown),
                cancelled ? "cancelled" : message(thrown),
                cancelled ? "" : advice(thrown),
                name,
                Lines.of(thrown, own),
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

    private static String advice(Throwable thrown) {
        if (thrown instanceof InvalidPathException name) {
            return FileNames.problem(name).advice();
        }
        return thrown instanceof RetakeException known ? known.advice() : "";
    }

    private static String message(Throwable thrown) {
        if (thrown instanceof RetakeException known) {
            return String.valueOf(known.getMessage());
        }
        if (thrown instanceof InvalidPathException name) {
            return FileNames.problem(name).getMessage();
        }
        String text = thrown.getMessage();
        return thrown.getClass().getSimpleName() + (text == null ? "" : ": " + text);
    }
}
