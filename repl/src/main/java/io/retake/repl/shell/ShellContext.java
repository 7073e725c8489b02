package io.retake.repl.shell;

import io.retake.dsl.Backend;
import io.retake.dsl.RetakeBuilder;
import io.retake.dsl.journal.KnownSession;
import io.retake.dsl.prompt.Evaluator;
import io.retake.repl.shell.history.PromptHistory;
import io.retake.repl.shell.job.Jobs;
import io.retake.repl.shell.session.DaemonThread;
import io.retake.repl.shell.session.ShellSession;
import io.retake.repl.shell.settings.Settings;
import io.retake.repl.shell.terminal.Console;
import io.retake.repl.shell.terminal.NextLine;
import io.retake.repl.shell.terminal.Output;
import io.retake.repl.view.Theme;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Creates the parts of the prompt, connects them, and closes them. Creating it opens nothing: each part creates
 * expensive objects on first use, or in the warm-up threads. Used by the prompt's thread, except {@link #interrupt}.
 */
final class ShellContext implements AutoCloseable {
    private final UserProfile profile;
    private final Runnable doctor;
    private final NextLine nextLine = new NextLine();
    private final Console console;
    private final ShellSession session;
    private final LineEntries lineEntries;
    private final JavaMode javaMode;
    private final LineClassifier classifier;
    private final InitScript init;
    private final JobControl jobControl;
    private final Evaluation evaluation;
    private boolean leaving;

    ShellContext(
            Supplier<RetakeBuilder> builders,
            UserProfile profile,
            Path folder,
            Output output,
            Theme theme,
            Runnable doctor) {
        this.profile = profile;
        this.doctor = doctor;
        this.console = new Console(output, theme, settings());
        this.session = new ShellSession(builders, folder);
        this.lineEntries = new LineEntries(session);
        this.javaMode = new JavaMode(session, console, settings(), nextLine);
        this.classifier = new LineClassifier(session, javaMode);
        this.init = new InitScript(profile.init(), console);
        this.jobControl = new JobControl(console, settings(), nextLine);
        this.evaluation = new Evaluation(session, console, settings(), jobControl, init);
    }

    Settings settings() {
        return profile.settings();
    }

    PromptHistory history() {
        return profile.history();
    }

    NextLine nextLine() {
        return nextLine;
    }

    Console console() {
        return console;
    }

    ShellSession session() {
        return session;
    }

    LineEntries lineEntries() {
        return lineEntries;
    }

    JavaMode javaMode() {
        return javaMode;
    }

    LineClassifier classifier() {
        return classifier;
    }

    InitScript init() {
        return init;
    }

    JobControl jobControl() {
        return jobControl;
    }

    Jobs jobs() {
        return jobControl.jobs();
    }

    Evaluation evaluation() {
        return evaluation;
    }

    /** Creates a completer, which also completes the arguments of commands. */
    PromptCompleter completer() {
        return new PromptCompleter(
                session, console, classifier, javaMode, (name, typed) -> Commands.choices(this, name, typed));
    }

    HistoryRecorder recorder() {
        return new HistoryRecorder(history(), lineEntries, jobs(), evaluation, console);
    }

    UnfinishedWork unfinishedWork() {
        return new UnfinishedWork(session, console, nextLine, evaluation);
    }

    /** Runs the checks of {@code retake doctor}. */
    void doctor() {
        doctor.run();
    }

    /** Creates what the first statement needs, and runs the init script; in a warm-up thread. */
    void warmUp() {
        try {
            Evaluator created = session.evaluator();
            created.warmUp();
            init.run(created);
        } finally {
            init.isOver();
        }
    }

    /** Continues at another backend, in a new session; runs the init script there. */
    void moveTo(Backend backend) {
        restartInit(session.moveTo(backend));
    }

    /** Continues in a known session; runs the init script there. */
    void attach(KnownSession known) {
        restartInit(session.attach(known));
    }

    private void restartInit(Evaluator evaluator) {
        init.leave();
        init.expect();
        DaemonThread.start("init", () -> init.run(evaluator));
    }

    /** Ends the prompt after the current line, without asking; the caller may still {@link #leaveIfConfirmed ask}. */
    void leave() {
        leaving = true;
    }

    /** Ends the prompt unless jobs are running and the user wants to stay. */
    void leaveIfConfirmed() {
        leaving = ExitConfirmation.confirmed(session, jobs(), console);
    }

    boolean isLeaving() {
        return leaving;
    }

    /** Stops the work in the foreground and nothing else: Ctrl-C. */
    void interrupt() {
        init.cancel();
        session.cancelLookup();
        javaMode.stop();
        jobControl.interrupt();
    }

    @Override
    public void close() {
        init.leave();
        javaMode.close(); // not under the backend's lock: a running snippet may request the evaluator
        session.close();
    }
}
