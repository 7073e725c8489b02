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
 * <p>Several runs may go on at once, started from any thread; they share one backend connection, which is made when the
 * first run needs it. Nothing is global: two of these in one process share nothing but files. {@link #close} cancels what
 * still runs and ends the embedded engine. Scripts are trusted code: they may do whatever this process may.
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

    /** Puts one together; everything has a default. */
    public static RetakeBuilder builder() {
        return new RetakeBuilder();
    }

    /**
     * Checks a script and starts it.
     *
     * @param parameters values by name: texts as a command line gives them, or objects of the parameters' types
     * @param listener hears what happens, beginning before this returns
     * @throws InvalidScript when the script or a parameter is wrong; then nothing has run
     */
    public Run run(ScriptSource script, Map<String, ?> parameters, RunListener listener) {
        return start(script, parameters, listener, Runner.Start.ANEW);
    }

    /**
     * The same, but what the latest run of this script with these parameters on this backend had done is not done again,
     * whether it was interrupted or came to its end; without one this says so and just runs. A message of which nobody knows what became of
     * it is waited for, never sent again: if it stays unknown, the run fails.
     *
     * @throws DslException when that run still goes on, in this process or in another one
     */
    public Run resume(ScriptSource script, Map<String, ?> parameters, RunListener listener) {
        return start(script, parameters, listener, Runner.Start.RESUME);
    }

    /** The same, but such a message is sent again: for a person who has looked, and found that it did nothing. */
    public Run resumeAndResend(ScriptSource script, Map<String, ?> parameters, RunListener listener) {
        return start(script, parameters, listener, Runner.Start.RESEND);
    }

    private Run start(ScriptSource script, Map<String, ?> parameters, RunListener listener, Runner.Start how) {
        if (closed) {
            throw new DslException("this Retake is closed", "build a new one");
        }
        running.removeIf(run -> run.result().isPresent());
        Run run = runner.start(script, parameters, listener, how);
        running.add(run);
        return run;
    }

    /** Everything that is wrong with a script, in its order, without running it; empty when nothing is. */
    public List<Problem> check(ScriptSource script) {
        return runner.check(script);
    }

    /**
     * What the engine that comes with Retake will not understand of the sentences that a script asks it for, in its
     * order, without running it. A script that can't be compiled has none, nor has one that runs elsewhere.
     */
    public List<Problem> warnings(ScriptSource script) {
        return scripts.warnings(script, connection::notUnderstood);
    }

    /**
     * What a script says about itself, without running it.
     *
     * @throws InvalidScript when it can't be compiled
     */
    public Description describe(ScriptSource script) {
        return scripts.describe(script);
    }

    /**
     * A prompt: entries typed one after the other, in one session that stays open. It shares this connection, and must be
     * closed before it.
     *
     * @param title what the session is called; it names exports
     */
    public Evaluator prompt(String title) {
        if (closed) {
            throw new DslException("this Retake is closed", "build a new one");
        }
        PromptRuns runs =
                new PromptRuns(connection, scripts, fixedSkill, lenient, workingFolder, stateFolder, clock, title);
        return new Evaluator(new EntryCompiler(classLoader, scripts), runs, workingFolder, clock);
    }

    /** The sessions that earlier runs and prompts opened, newest first. */
    public List<KnownSession> knownSessions() {
        return KnownSessions.in(stateFolder);
    }

    /**
     * A prompt that goes on in a session that is known; must come before anything else that needs the backend, since
     * the embedded engine then starts on the folder that holds it.
     *
     * @throws DslException when the engine runs already, or the session is at another backend
     */
    public Evaluator attach(String title, KnownSession known) {
        if (!known.backend().equals(connection.name())) {
            throw new DslException(
                    "the session is at " + known.backend() + ", not at " + connection.name(),
                    "switch to it first: /backend " + known.backend());
        }
        if (known.engine().isPresent() && connection.takeUp(known.engine().get()) == Connection.TakeUp.NOT) {
            throw new DslException(
                    "the embedded engine is already running", "build a new Retake and attach before running anything");
        }
        Evaluator evaluator = prompt(title);
        evaluator.attach(title, known.ref());
        return evaluator;
    }

    /** The scripts that can be used, and run, by name alone: Retake's own and the person's. */
    public List<Recipe> recipes() {
        return scripts.recipes().all(Optional.empty());
    }

    /**
     * One of {@link #recipes}.
     *
     * @throws DslException when there is none of that name, with the nearest one that there is
     */
    public ScriptSource recipe(String name) {
        ScriptSource read = ScriptSource.file(scripts.recipes().get(name, Optional.empty()));
        return new ScriptSource(name, read.text(), read.file());
    }

    /** Loads the compiler, so that the first script need not wait for it; worth a thread while a person types. */
    public void warmUp() {
        scripts.warmUp();
    }

    /** As {@link #close}, but renders that go on at the backend without this process are left there, to be picked up. */
    public void leave() {
        running.forEach(Run::leave);
        close();
    }

    /**
     * Cancels what still runs, waits for its end (not longer than a few seconds: a script may ignore it), and closes the
     * connection; with it the embedded engine.
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
