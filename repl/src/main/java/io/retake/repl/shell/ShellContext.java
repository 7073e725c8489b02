package io.retake.repl.shell;

import io.retake.core.RetakeException;
import io.retake.core.client.http.Cancellation;
import io.retake.core.draft.Draft;
import io.retake.core.protocol.SessionState;
import io.retake.core.protocol.TerminalText;
import io.retake.core.protocol.UploadedFile;
import io.retake.dsl.Backend;
import io.retake.dsl.RetakeBuilder;
import io.retake.dsl.event.RunListener;
import io.retake.dsl.journal.KnownSession;
import io.retake.dsl.prompt.Evaluator;
import io.retake.dsl.prompt.Origin;
import io.retake.dsl.prompt.Reading;
import io.retake.dsl.run.Run;
import io.retake.dsl.run.RunResult;
import io.retake.dsl.scope.Film;
import io.retake.dsl.scope.Scene;
import io.retake.dsl.scope.Words;
import io.retake.repl.arguments.CommandProblem;
import io.retake.repl.completion.CompletionContext;
import io.retake.repl.shell.history.PromptHistory;
import io.retake.repl.shell.job.VerboseView;
import io.retake.repl.shell.settings.Setting;
import io.retake.repl.shell.settings.Settings;
import io.retake.repl.shell.terminal.ArgumentHints;
import io.retake.repl.shell.terminal.Output;
import io.retake.repl.shell.terminal.Pictures;
import io.retake.repl.shell.terminal.Questions;
import io.retake.repl.view.HistoryView.Outcome;
import io.retake.repl.view.Role;
import io.retake.repl.view.ScenesView;
import io.retake.repl.view.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The state shared by the prompt's commands: terminal, evaluator and jobs. Slow parts are created on first use or by a
 * warm-up thread. For the prompt's thread, except signal handlers.
 */
final class ShellContext implements AutoCloseable {
    private final UserProfile personal;
    private final InitScript init;
    private volatile Theme theme;
    private final Path folder;
    private volatile @Nullable Cancellation looking;
    private volatile boolean worded;
    private final Runnable doctor;

    final Output output;
    final Pictures pictures;
    final BackendHandle place;
    final JobControl work = new JobControl(this);
    final LineEntries made = new LineEntries();
    private final SessionMemory recollection = new SessionMemory();
    final JavaMode jshell = new JavaMode(this);

    /** Prefilled text of the next line, set by a command such as {@code /edit}. */
    String typed = "";

    /** The backend's last suggestion, shown after the cursor; empty if there is none. */
    volatile String offered = "";
    /**
     * One-line summary of the timeline when the prompt attached to its session; empty if it was empty or the session is
     * new.
     */
    String before = "";

    boolean leaving;

    /** Origin of the running line if it comes from a non-interactive source. */
    Optional<Origin> origin = Optional.empty();

    /** Outcome of the last job. */
    Outcome outcome = Outcome.DONE;

    final Questions questions = new Questions();

    ShellContext(
            Supplier<RetakeBuilder> builders,
            UserProfile personal,
            Path folder,
            Output output,
            Theme theme,
            Runnable doctor) {
        this.place = new BackendHandle(builders);
        this.personal = personal;
        this.init = new InitScript(personal.init());
        this.folder = folder;
        this.theme = theme;
        this.doctor = doctor;
        this.output = output;
        this.pictures = output.pictures(this::environment, this::theme);
    }

    Theme theme() {
        return theme;
    }

    Path folder() {
        return folder;
    }

    /** Returns the environment, with settings in their variables. */
    Map<String, String> environment() {
        return personal.settings().environment();
    }

    Settings settings() {
        return personal.settings();
    }

    PromptHistory history() {
        return personal.history();
    }

    /** Applies the theme of the settings to all further output. */
    void restyle() {
        theme = Theme.of(environment(), output.screen().outIsTerminal());
        output.look(settings().get(Setting.THEME));
    }

    int columns() {
        return output.columns();
    }

    /** Returns the evaluator, created by the first call. */
    Evaluator evaluator() {
        return place.evaluator();
    }

    /**
     * Prepares what the first statement needs and runs the init script; call on a thread of its own while the user
     * types.
     */
    void goAhead() {
        try {
            Evaluator made = evaluator();
            made.warmUp();
            init.run(this, made);
        } finally {
            init.isOver();
        }
    }

    /** Makes typed lines wait for the init script in {@link #goAhead}. */
    void expectInit() {
        init.expect();
    }

    /** Waits for the end of the init script. */
    void awaitInit() {
        init.await(this);
    }

    /** Switches to another backend with a new session. */
    void moveTo(Backend backend) {
        goOnWith(place.moveTo(backend));
    }

    /** Reattaches to a known session, with an engine on the folder that holds it. */
    void attach(KnownSession known) {
        goOnWith(place.attach(known));
    }

    private void goOnWith(Evaluator made) {
        recollection.forget();
        before = "";
        init.leave();
        init.expect();
        Thread again = new Thread(() -> init.run(this, made), "init");
        again.setDaemon(true);
        again.start();
    }

    /** Loads the vocabulary, which distinguishes statements from sentences; the first keys don't wait for it. */
    void learnWords() {
        read("mute");
        ArgumentHints.of("mute", Reading.Kind.STATEMENT, theme, columns());
        PromptHighlighter.prepare();
        worded = true;
    }

    /** Classifies a line; blocks only to load the vocabulary. */
    Reading read(String line) {
        return jshell.in(line).map(JavaMode::reading).orElseGet(() -> Reading.of(line, names()));
    }

    /** Whether Enter accepts a line; may be slow for Java. */
    boolean complete(String line) {
        return jshell.in(line).map(jshell::complete).orElseGet(() -> read(line).complete());
    }

    /** Classifies a line for display; empty while the vocabulary isn't loaded. */
    Optional<Reading> glance(String line) {
        return worded && !line.isEmpty() ? Optional.of(read(line)) : Optional.empty();
    }

    /** Watches a line being typed and prepares the backend if the line will need it. */
    void foresee(String line) {
        if (glance(line).filter(ShellContext::needsBackend).isPresent()) {
            place.expectWork();
        }
    }

    /** Whether the line will need the backend, judged by its complete words. */
    private static boolean needsBackend(Reading reading) {
        int end = reading.text().indexOf(' ');
        return switch (reading.kind()) {
            case SENTENCE -> end > 0 || reading.text().codePoints().anyMatch(c -> c > 127 && Character.isLetter(c));
            case STATEMENT ->
                end > 0 && Words.statements().contains(reading.text().substring(0, end));
            case COMMAND, EMPTY -> false;
        };
    }

    /** Returns the names that earlier lines declared; never blocks. */
    Set<String> names() {
        return place.ready().map(Evaluator::names).orElse(Set.of());
    }

    /** Returns the timeline after the last entry; never blocks. */
    Optional<Draft> lastDraft() {
        return place.ready().flatMap(Evaluator::lastDraft);
    }

    /** Creates a cancellation that Ctrl-C triggers, for a command that only reads. */
    Cancellation looking() {
        Cancellation begun = new Cancellation();
        looking = begun;
        return begun;
    }

    /** Returns the known state of the session without a request; blocks only for disk access. */
    CompletionContext known() {
        return place.ready()
                .map(known -> recollection.known(
                        known.entries(), known.names(), place.retake().recipes()))
                .orElse(CompletionContext.NOTHING);
    }

    /** Requests the state of the session from the backend. */
    SessionState state() {
        int entries = evaluator().entries().size();
        SessionState state = evaluator()
                .state()
                .orElseThrow(() -> new CommandProblem(
                        "there is no session yet", "upload footage first: upload 'a.mp4', or type a file name"));
        recollection.sees(state, entries);
        return state;
    }

    /** Requests the timeline from the backend. */
    Draft draft() {
        return state().draft()
                .orElseThrow(() -> new CommandProblem("the timeline is empty", "upload footage first: upload 'a.mp4'"));
    }

    /** Prints a result line. */
    void say(String line) {
        output.lines.println(line);
    }

    /** Prints a dimmed secondary line. */
    void aside(String line) {
        say(theme.paint(Role.ASIDE, line));
    }

    void say(List<String> lines) {
        lines.forEach(this::say);
    }

    void problem(String message, String advice) {
        String place = origin.map(at -> at + ": ").orElse("");
        output.errors.println(theme.paint(Role.BAD, "error: ") + place + TerminalText.clean(message));
        TerminalText.clean(advice)
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> output.errors.println("  " + line));
    }

    /**
     * Evaluates a statement or a sentence, in the foreground or background. Returns whether it is done, or runs in the
     * background.
     */
    boolean evaluate(Reading reading) {
        if (reading.goesBack() && !mayGoBack()) {
            return false;
        }
        return begin(
                reading.text(), reading.background(), listener -> evaluator().start(forced(reading), origin, listener));
    }

    /**
     * Asks before sending an undo, redo or checkpoint as a message to a backend that doesn't report earlier versions.
     */
    private boolean mayGoBack() {
        try {
            boolean can = evaluator().isEmbedded()
                    || evaluator().session().isEmpty()
                    || evaluator().history().isPresent();
            if (can) {
                return true;
            }
        } catch (RetakeException unreachable) {
            return true; // sending the message reports it better
        }
        say(theme.paint(Role.WARNING, "warning: ") + evaluator().backend()
                + " doesn't report that it keeps earlier versions. Retake can only ask it to go back, in an ordinary"
                + " message that may cost credits.");
        return !questions.somebody() || questions.ask("Send the message? (y/N)").is('y');
    }

    private static String forced(Reading reading) {
        return reading.kind() == Reading.Kind.SENTENCE ? "> " + reading.text() : reading.text();
    }

    /** Starts a job after the init script has ended; see {@link JobControl#begin}. */
    boolean begin(String text, boolean behind, Function<RunListener, Run> start) {
        awaitInit();
        return work.begin(text, behind, start);
    }

    /** Records and shows the result of a foreground job. */
    void ended(RunResult result) {
        outcome = HistoryRecorder.outcome(result);
        show(result);
    }

    private List<String> lines(Object value) {
        List<Scene> scenes = value instanceof List<?> several
                ? several.stream()
                        .filter(Scene.class::isInstance)
                        .map(Scene.class::cast)
                        .toList()
                : List.of();
        return scenes.isEmpty() ? ValueText.lines(value) : new ScenesView(theme, columns()).lines(scenes);
    }

    private void show(RunResult result) {
        if (settings().get(Setting.FEEDBACK).equals("verbose")) {
            VerboseView.lines(evaluator().entries(), theme).forEach(this::say);
        }
        result.value().filter(value -> !told(value)).ifPresent(value -> say(lines(value)));
    }

    /** Whether a step has already shown this value. */
    private boolean told(Object value) {
        boolean fromStep = evaluator().entries().stream()
                .reduce((a, b) -> b)
                .filter(entry -> !entry.steps().isEmpty() || entry.kind() == Reading.Kind.SENTENCE)
                .isPresent();
        boolean files = value instanceof List<?> list && list.stream().anyMatch(UploadedFile.class::isInstance);
        return value instanceof Film || files || (fromStep && value instanceof String);
    }

    /** Runs the command line's {@code doctor}. */
    void doctor() {
        doctor.run();
    }

    /** Handles Ctrl-C during foreground work: stops that work only. */
    void interrupt() {
        init.cancel();
        Cancellation look = looking;
        if (look != null) {
            look.cancel();
        }
        jshell.stop();
        work.interrupt();
    }

    @Override
    public void close() {
        init.leave();
        jshell.close(); // not under the lock of place: a snippet may call back here
        place.close();
    }
}
