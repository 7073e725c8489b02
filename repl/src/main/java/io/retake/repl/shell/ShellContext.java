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
 * What a person works at: the terminal, the evaluator, and the work that is being done. Everything that takes long to
 * make is made when it is first needed, or by a thread that went ahead. Used by the prompt's thread, signals aside.
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

    /** What the next line begins with; for a command that leaves something to go on typing. */
    String typed = "";

    /** What the backend suggested last, shown behind the cursor to be taken; empty for nothing. */
    volatile String offered = "";
    /** The timeline of a session that the prompt attached to, as it was then, in a line; empty where nothing was before. */
    String before = "";

    boolean leaving;

    /** Where the line stands that is being done, when nobody typed it. */
    Optional<Origin> origin = Optional.empty();

    /** How what was done last ended, as far as it was work. */
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

    /** The environment, and the settings in their variables. */
    Map<String, String> environment() {
        return personal.settings().environment();
    }

    Settings settings() {
        return personal.settings();
    }

    PromptHistory history() {
        return personal.history();
    }

    /** What is shown from now on looks as the settings say. */
    void restyle() {
        theme = Theme.of(environment(), output.screen().outIsTerminal());
        output.look(settings().get(Setting.THEME));
    }

    int columns() {
        return output.columns();
    }

    /** What evaluates; made by the first call. */
    Evaluator evaluator() {
        return place.evaluator();
    }

    /** Makes what the first statement needs; worth a thread while a person types. */
    void goAhead() {
        try {
            Evaluator made = evaluator();
            made.warmUp();
            init.run(this, made);
        } finally {
            init.isOver();
        }
    }

    /** What is typed waits for {@link #goAhead}, as far as a script is to be done there. */
    void expectInit() {
        init.expect();
    }

    /** Waits until what is done first in a prompt is done. */
    void awaitInit() {
        init.await(this);
    }

    /** Goes on at another backend, with nothing of what was done here. */
    void moveTo(Backend backend) {
        goOnWith(place.moveTo(backend));
    }

    /** Goes on in a session that is known, with an engine on the folder that holds it. */
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

    /** Makes what tells a statement from plain words: the vocabulary, which the first keys don't wait for. */
    void learnWords() {
        read("mute");
        ArgumentHints.of("mute", Reading.Kind.STATEMENT, theme, columns());
        PromptHighlighter.prepare();
        worded = true;
    }

    /** What a line is taken for; waits for nothing but the vocabulary. */
    Reading read(String line) {
        return jshell.in(line).map(JavaMode::reading).orElseGet(() -> Reading.of(line, names()));
    }

    /** Whether Enter ends a line; the only question about one whose answer may take a while. */
    boolean complete(String line) {
        return jshell.in(line).map(jshell::complete).orElseGet(() -> read(line).complete());
    }

    /** What a line is taken for, to show it; empty while that can't be told without waiting. */
    Optional<Reading> glance(String line) {
        return worded && !line.isEmpty() ? Optional.of(read(line)) : Optional.empty();
    }

    /** Sees a line while it is typed: what it will need is made meanwhile. */
    void foresee(String line) {
        if (glance(line).filter(ShellContext::needsBackend).isPresent()) {
            place.expectWork();
        }
    }

    /** Whether it will, as far as that can be told from words that are whole: plain ones, or one of the language's. */
    private static boolean needsBackend(Reading reading) {
        int end = reading.text().indexOf(' ');
        return switch (reading.kind()) {
            case SENTENCE -> end > 0 || reading.text().codePoints().anyMatch(c -> c > 127 && Character.isLetter(c));
            case STATEMENT ->
                end > 0 && Words.statements().contains(reading.text().substring(0, end));
            case COMMAND, EMPTY -> false;
        };
    }

    /** Names that earlier lines declared; never waits for anything. */
    Set<String> names() {
        return place.ready().map(Evaluator::names).orElse(Set.of());
    }

    /** The timeline now; what the last entry left, so that nothing is waited for. */
    Optional<Draft> lastDraft() {
        return place.ready().flatMap(Evaluator::lastDraft);
    }

    /** What Ctrl-C stops from now on, of a command that only looks. */
    Cancellation looking() {
        Cancellation begun = new Cancellation();
        looking = begun;
        return begun;
    }

    /** What is known without asking anybody; never waits for anything but a disk. */
    CompletionContext known() {
        return place.ready()
                .map(known -> recollection.known(
                        known.entries(), known.names(), place.retake().recipes()))
                .orElse(CompletionContext.NOTHING);
    }

    /** What the session holds, asked of the backend. */
    SessionState state() {
        int entries = evaluator().entries().size();
        SessionState state = evaluator()
                .state()
                .orElseThrow(() -> new CommandProblem(
                        "there is no session yet", "upload footage first: upload 'a.mp4', or type a file name"));
        recollection.sees(state, entries);
        return state;
    }

    /** The timeline, asked of the backend. */
    Draft draft() {
        return state().draft()
                .orElseThrow(() -> new CommandProblem("the timeline is empty", "upload footage first: upload 'a.mp4'"));
    }

    /** Shows a line that belongs to the answer. */
    void say(String line) {
        output.lines.println(line);
    }

    /** Shows a line that can be skipped. */
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

    /** Evaluates a line that is a statement or a sentence, in front or behind. Returns whether it was done or begun. */
    boolean evaluate(Reading reading) {
        if (reading.goesBack() && !mayGoBack()) {
            return false;
        }
        return begin(
                reading.text(), reading.background(), listener -> evaluator().start(forced(reading), origin, listener));
    }

    /** Asked before a message is spent on a backend that doesn't say that it keeps versions. */
    private boolean mayGoBack() {
        try {
            boolean can = evaluator().isEmbedded()
                    || evaluator().session().isEmpty()
                    || evaluator().history().isPresent();
            if (can) {
                return true;
            }
        } catch (RetakeException unreachable) {
            return true; // the message itself says so better
        }
        say(theme.paint(Role.WARNING, "warning: ") + evaluator().backend()
                + " doesn't report that it keeps earlier versions. Retake can only ask it to go back, in an ordinary"
                + " message that may cost credits.");
        return !questions.somebody() || questions.ask("Send the message? (y/N)").is('y');
    }

    private static String forced(Reading reading) {
        return reading.kind() == Reading.Kind.SENTENCE ? "> " + reading.text() : reading.text();
    }

    /** Starts something once the prompt's own script is over: see {@link JobControl#begin}. */
    boolean begin(String text, boolean behind, Function<RunListener, Run> start) {
        awaitInit();
        return work.begin(text, behind, start);
    }

    /** What was in front is over. */
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

    /** Whether a value is what its step has told already. */
    private boolean told(Object value) {
        boolean fromStep = evaluator().entries().stream()
                .reduce((a, b) -> b)
                .filter(entry -> !entry.steps().isEmpty() || entry.kind() == Reading.Kind.SENTENCE)
                .isPresent();
        boolean files = value instanceof List<?> list && list.stream().anyMatch(UploadedFile.class::isInstance);
        return value instanceof Film || files || (fromStep && value instanceof String);
    }

    /** What works here: shown by the command line's own command. */
    void doctor() {
        doctor.run();
    }

    /** Ctrl-C while something is in front: it alone is stopped. */
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
        jshell.close(); // not under the place's lock: what it does may ask this desk
        place.close();
    }
}
