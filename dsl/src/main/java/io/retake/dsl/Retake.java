package io.retake.dsl;

import io.retake.dsl.compile.EntryCompiler;
import io.retake.dsl.compile.Recipe;
import io.retake.dsl.compile.Scripts;
import io.retake.dsl.connection.Connection;
import io.retake.dsl.event.RunListener;
import io.retake.dsl.journal.KnownSession;
import io.retake.dsl.journal.KnownSessions;
import io.retake.dsl.parameter.Description;
import io.retake.dsl.problem.DslException;
import io.retake.dsl.problem.InvalidScript;
import io.retake.dsl.problem.Problem;
import io.retake.dsl.problem.ScriptMessages;
import io.retake.dsl.problem.ScriptSource;
import io.retake.dsl.prompt.Evaluator;
import io.retake.dsl.run.PromptRuns;
import io.retake.dsl.run.Run;
import io.retake.dsl.run.Runner;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs scripts: the entry point for host programs, the command line and the prompt.
 *
 * <pre>{@code
 * try (Retake retake = Retake.builder().build()) {
 *     retake.run(ScriptSource.file(Path.of("card.groovy")), Map.of(), System.out::println).await();
 * }
 * }</pre>
 *
 * <p>Several runs may proceed at once, started from any thread; they share one backend connection, opened when the
 * first run needs it. Nothing is global: two instances in one process share only files. {@link #close} cancels active
 * runs and stops the embedded engine. Scripts are trusted code: they have all permissions of this process.
 */
public final class Retake implements AutoCloseable {
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private final Scripts scripts;
    private final Connection connection;
    private final Runner runner;
    private final Path workingFolder;
    private final ClassLoader classLoader;
    private final Optional<String> fixedSkill;
    private final boolean lenient;
    private final Path stateFolder;
    private final Clock clock;
    private final java.util.Set<Run> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Retake(
            ClassLoader classLoader,
            Scripts scripts,
            Connection connection,
            Optional<String> fixedSkill,
            boolean lenient,
            Path workingFolder,
            Path stateFolder,
            Clock clock) {
        this.classLoader = classLoader;
        this.stateFolder = stateFolder;
        this.clock = clock;
        this.fixedSkill = fixedSkill;
        this.lenient = lenient;
        this.scripts = scripts;
        this.connection = connection;
        this.workingFolder = workingFolder;
        this.runner = new Runner(connection, scripts, fixedSkill, lenient, workingFolder, stateFolder, clock);
    }

    /** Returns a builder; every option has a default. */
    public static RetakeBuilder builder() {
        return new RetakeBuilder();
    }

    /**
     * Checks a script and starts it.
     *
     * @param parameters values by name: texts as on a command line, or objects of the parameters' types
     * @param listener receives the events, the first before this returns
     * @throws InvalidScript when the script or a parameter is wrong; then nothing has run
     */
    public Run run(ScriptSource script, Map<String, ?> parameters, RunListener listener) {
        return start(script, parameters, listener, Runner.Start.ANEW);
    }

    /**
     * Resumes the latest run of this script with these parameters on this backend, interrupted or finished: completed
     * steps are not repeated. Without such a run, reports that and runs the script. Waits for the outcome of a message
     * whose fate is unknown, and never resends it: if the outcome stays unknown, the run fails.
     *
     * @throws DslException when that run is still active, in this process or in another one
     */
    public Run resume(ScriptSource script, Map<String, ?> parameters, RunListener listener) {
        return start(script, parameters, listener, Runner.Start.RESUME);
    }

    /** Resumes likewise, but resends a message of unknown outcome: for a user who has checked that it had no effect. */
    public Run resumeAndResend(ScriptSource script, Map<String, ?> parameters, RunListener listener) {
        return start(script, parameters, listener, Runner.Start.RESEND);
    }

    private Run start(ScriptSource script, Map<String, ?> parameters, RunListener listener, Runner.Start how) {
        if (closed) {
            throw new DslException(ScriptMessages.text("retake.closed"), ScriptMessages.text("retake.closed-advice"));
        }
        running.removeIf(run -> run.result().isPresent());
        Run run = runner.start(script, parameters, listener, how);
        running.add(run);
        return run;
    }

    /** Returns all problems of a script, in order, without running it. */
    public List<Problem> check(ScriptSource script) {
        return runner.check(script);
    }

    /**
     * Returns the parts of a script's sentences that the embedded engine will not understand, in order, without running
     * it. Empty for a script that does not compile, and for another backend.
     */
    public List<Problem> warnings(ScriptSource script) {
        return scripts.warnings(script, connection::notUnderstood);
    }

    /**
     * Describes a script without running it.
     *
     * @throws InvalidScript when it does not compile
     */
    public Description describe(ScriptSource script) {
        return scripts.describe(script);
    }

    /**
     * Opens a prompt: entries evaluated one after the other, in one session that stays open. It shares this connection,
     * and must be closed before it.
     *
     * @param title the title of the session, which names exports
     */
    public Evaluator prompt(String title) {
        if (closed) {
            throw new DslException(ScriptMessages.text("retake.closed"), ScriptMessages.text("retake.closed-advice"));
        }
        PromptRuns runs =
                new PromptRuns(connection, scripts, fixedSkill, lenient, workingFolder, stateFolder, clock, title);
        return new Evaluator(new EntryCompiler(classLoader, scripts), runs, workingFolder, clock);
    }

    /** Returns the sessions of earlier runs and prompts, newest first. */
    public List<KnownSession> knownSessions() {
        return KnownSessions.in(stateFolder);
    }

    /**
     * Opens a prompt in a known session. Must be called before anything else that needs the backend, since the embedded
     * engine then starts on the folder that holds the session.
     *
     * @throws DslException when the engine is already running, or the session is at another backend
     */
    public Evaluator attach(String title, KnownSession known) {
        if (!known.backend().equals(connection.name())) {
            throw new DslException(
                    ScriptMessages.text("session.other-backend", known.backend(), connection.name()),
                    ScriptMessages.text("session.other-backend-advice", known.backend()));
        }
        if (known.engine().isPresent() && connection.takeUp(known.engine().get()) == Connection.TakeUp.NOT) {
            throw new DslException(ScriptMessages.text("engine.running"), ScriptMessages.text("engine.running-advice"));
        }
        Evaluator evaluator = prompt(title);
        evaluator.attach(title, known.ref());
        return evaluator;
    }

    /** Returns the scripts that can be run by name alone: Retake's own and the user's. */
    public List<Recipe> recipes() {
        return scripts.recipes().all(Optional.empty());
    }

    /**
     * Returns one of {@link #recipes}.
     *
     * @throws DslException when there is none of that name; suggests the nearest one
     */
    public ScriptSource recipe(String name) {
        ScriptSource read = ScriptSource.file(scripts.recipes().get(name, Optional.empty()));
        return new ScriptSource(name, read.text(), read.file());
    }

    /** Loads the compiler, so that the first script need not wait for it; worth a thread while the user types. */
    public void warmUp() {
        scripts.warmUp();
    }

    /**
     * Closes like {@link #close}, but leaves renders that continue at the backend without this process, to be resumed.
     */
    public void leave() {
        running.forEach(Run::leave);
        close();
    }

    /**
     * Cancels active runs, waits a few seconds at most for them to end (a script may ignore it), and closes the
     * connection and with it the embedded engine.
     */
    @Override
    public void close() {
        closed = true;
        running.forEach(Run::cancel);
        boolean interrupted = false;
        for (Run run : running) {
            try {
                run.await(FAREWELL);
            } catch (InterruptedException e) {
                interrupted = true;
                break;
            }
        }
        connection.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
