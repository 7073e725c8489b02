package io.retake.repl.shell;

import io.retake.core.RetakeException;
import io.retake.core.client.Cancellation;
import io.retake.core.draft.Draft;
import io.retake.core.protocol.SessionState;
import io.retake.core.protocol.TerminalText;
import io.retake.core.protocol.UploadedFile;
import io.retake.dsl.Backend;
import io.retake.dsl.Retake;
import io.retake.dsl.RetakeBuilder;
import io.retake.dsl.language.Film;
import io.retake.dsl.language.InvalidScript;
import io.retake.dsl.language.Scene;
import io.retake.dsl.prompt.Evaluator;
import io.retake.dsl.prompt.Reading;
import io.retake.dsl.run.KnownSession;
import io.retake.dsl.run.Run;
import io.retake.dsl.run.RunListener;
import io.retake.dsl.run.RunResult;
import io.retake.repl.completion.Known;
import io.retake.repl.shell.history.PromptHistory;
import io.retake.repl.shell.settings.Setting;
import io.retake.repl.shell.settings.Settings;
import io.retake.repl.view.HistoryView.Outcome;
import io.retake.repl.view.ProblemView;
import io.retake.repl.view.Role;
import io.retake.repl.view.ScenesView;
import io.retake.repl.view.Theme;
import java.nio.file.Path;
import java.time.Instant;
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
final class Desk implements AutoCloseable {
    private static final String TITLE = "film";
    private static final long SLOW_NANOS = 2_000_000_000L;
    private final Supplier<RetakeBuilder> builders;
    private final Personal personal;
    private final InitScript init;
    private volatile Theme theme;
    private final Path folder;
    private @Nullable Retake retake;
    private @Nullable Evaluator evaluator;
    private volatile @Nullable Evaluator ready;
    private volatile @Nullable Job front;
    private volatile boolean waiting;
    private volatile Cancellation looking = Cancellation.none();
    private volatile boolean asked;
    private volatile long stopping;
    private volatile boolean worded;
    private final Runnable doctor;

    final Output output;
    final Pictures pictures;
    final Jobs jobs = new Jobs();
    final LineEntries made = new LineEntries();
    private final Recollection recollection = new Recollection();
    final JavaDesk jshell = new JavaDesk(this);

    /** What the next line begins with; for a command that leaves something to go on typing. */
    String typed = "";

    boolean leaving;

    /** How what was done last ended, as far as it was work. */
    Outcome outcome = Outcome.DONE;

    /** Whether work that goes on at the backend is left there when this is closed. */
    boolean leavesWork;

    final Questions questions = new Questions();

    Desk(
            Supplier<RetakeBuilder> builders,
            Personal personal,
            Path folder,
            Output output,
            Theme theme,
            Runnable doctor) {
        this.builders = builders;
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
    synchronized Evaluator evaluator() {
        Evaluator known = evaluator;
        if (known == null) {
            Retake made = builders.get().build();
            retake = made;
            known = made.prompt(TITLE);
            evaluator = known;
            ready = known;
        }
        return known;
    }

    synchronized Retake retake() {
        evaluator();
        return java.util.Objects.requireNonNull(retake);
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

    private void initAgain(Evaluator made) {
        init.leave();
        init.expect();
        Thread again = new Thread(() -> init.run(this, made), "init");
        again.setDaemon(true);
        again.start();
    }

    /** Makes what tells a statement from plain words: the vocabulary, which the first keys don't wait for. */
    void learnWords() {
        read("mute");
        Tips.of("mute", Reading.Kind.STATEMENT, theme, columns());
        PromptHighlighter.prepare();
        worded = true;
    }

    /** Goes on at another backend, with nothing of what was done here. */
    synchronized void moveTo(Backend backend) {
        leaveBackend();
        recollection.forget();
        evaluator = null;
        ready = null;
        Retake made = builders.get().backend(backend).build();
        retake = made;
        Evaluator known = made.prompt(TITLE);
        evaluator = known;
        ready = known;
        initAgain(known);
    }

    /** Goes on in a session that is known, with an engine on the folder that holds it. */
    synchronized void attach(KnownSession known) {
        leaveBackend();
        recollection.forget();
        evaluator = null;
        ready = null;
        Retake made = builders.get().backend(Backend.named(known.backend())).build();
        retake = made;
        Evaluator attached = made.attach(TITLE, known);
        evaluator = attached;
        ready = attached;
        initAgain(attached);
    }

    /** What a line is taken for; waits for nothing but the vocabulary. */
    Reading read(String line) {
        return jshell.in(line).map(JavaDesk::reading).orElseGet(() -> Reading.of(line, names()));
    }

    /** Whether Enter ends a line; the only question about one whose answer may take a while. */
    boolean complete(String line) {
        return jshell.in(line).map(jshell::complete).orElseGet(() -> read(line).complete());
    }

    /** What a line is taken for, to show it; empty while that can't be told without waiting. */
    Optional<Reading> glance(String line) {
        return worded && !line.isEmpty() ? Optional.of(read(line)) : Optional.empty();
    }

    /** Names that earlier lines declared; never waits for anything. */
    Set<String> names() {
        Evaluator known = ready;
        return known == null ? Set.of() : known.names();
    }

    /** What evaluates, if something has needed it yet. */
    Optional<Evaluator> ready() {
        return Optional.ofNullable(ready);
    }

    /** The timeline now; what the last entry left, so that nothing is waited for. */
    Optional<Draft> lastDraft() {
        Evaluator known = ready;
        return known == null ? Optional.empty() : known.lastDraft();
    }

    /** What Ctrl-C stops from now on, of a command that only looks. */
    Cancellation looking() {
        Cancellation begun = new Cancellation();
        looking = begun;
        return begun;
    }

    /** What is known without asking anybody; never waits for anything but a disk. */
    Known known() {
        Evaluator known = ready;
        return known == null ? Known.NOTHING : recollection.known(known.entries(), known.names(), retake().recipes());
    }

    /** What the session holds, asked of the backend. */
    SessionState state() {
        int entries = evaluator().entries().size();
        SessionState state = evaluator()
                .state()
                .orElseThrow(() -> new CommandProblem(
                        "there is no session yet", "upload footage first: upload 'a.mp4', or just type a file's name"));
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
        output.errors.println(theme.paint(Role.BAD, "error: ") + TerminalText.clean(message));
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
                reading.text(), reading.background(), listener -> evaluator().start(forced(reading), listener));
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
                + " doesn't say that it can go back to earlier versions. It can only be asked to, with a message like any"
                + " other, which may cost credits.");
        return !questions.somebody() || questions.ask("Ask it? (y/N)").is('y');
    }

    private static String forced(Reading reading) {
        return reading.kind() == Reading.Kind.SENTENCE ? "> " + reading.text() : reading.text();
    }

    /** Starts work, waits for it unless it is to go on behind, and shows how it ends. */
    boolean begin(String text, boolean behind, Function<RunListener, Run> start) {
        awaitInit();
        Job[] self = new Job[1];
        RunListener told = new BehindView(output.lines, theme, text, () -> self[0].number());
        Job job = new Job(
                text,
                Instant.now(),
                new FrontView(output.screen(), output::columns, text, settings().get(Setting.FEEDBACK)),
                settings().on(Setting.BELL) ? new Bell(told, output::ring) : told,
                !behind);
        self[0] = job;
        try {
            if (behind) {
                job.started(start.apply(job));
                jobs.add(job);
                say(theme.paint(Role.ASIDE, "[" + job.number() + "] " + text + " goes on behind; /jobs shows it"));
                return true;
            }
            job.started(start.apply(job));
            front = job;
            return await(job);
        } catch (InvalidScript wrong) {
            outcome = Outcome.FAILED;
            new ProblemView(output.errors, theme).show(wrong.problems());
            return false;
        } catch (RetakeException wrong) {
            outcome = Outcome.FAILED;
            problem(String.valueOf(wrong.getMessage()), wrong.advice());
            return false;
        } finally {
            front = null;
            asked = false;
            stopping = 0;
        }
    }

    private boolean await(Job job) {
        try {
            while (job.number() == 0) {
                attend(job);
                Optional<RunResult> ended = job.run().await(java.time.Duration.ofMillis(50));
                if (ended.isPresent()) {
                    outcome = Notes.outcome(ended.get());
                    show(ended.get());
                    return ended.get().done();
                }
            }
            return true;
        } catch (InterruptedException e) {
            job.run().cancel();
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What a signal asked for that only this thread can do. */
    private void attend(Job job) {
        if (asked) {
            asked = false;
            decide(job);
        }
        if (stopping > 0 && System.nanoTime() - stopping > SLOW_NANOS) {
            stopping = 0;
            job.hold();
            say(theme.paint(Role.ASIDE, "It is slow to stop; Ctrl-Z puts it behind."));
            job.goOn();
        }
    }

    /** Money is spent whether or not somebody waits: what is meant is asked. */
    private void decide(Job job) {
        job.hold();
        say("The backend is at work on this message and goes on with it; it may be paid for whether you wait or not.");
        Questions.Reply reply = questions.ask("Keep waiting (K), put it behind (b), stop waiting (s)?");
        if (reply.is('b')) {
            putBehind();
        } else {
            job.goOn();
            if (reply.is('s') || reply.answer() == Questions.Answer.INTERRUPTED) {
                job.run().cancel();
            }
        }
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

    /** Waits for work behind; Ctrl-C ends the waiting and leaves the work. */
    void awaitBehind(List<Job> awaited) {
        waiting = true;
        try {
            while (waiting
                    && awaited.stream().anyMatch(job -> job.run().result().isEmpty())) {
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting = false;
        }
    }

    /** What works here: shown by the command line's own command. */
    void doctor() {
        doctor.run();
    }

    /** Ctrl-C while something is in front: it alone is stopped. */
    void interrupt() {
        waiting = false;
        init.cancel();
        looking.cancel();
        jshell.stop();
        Job job = front;
        if (job == null) {
            return;
        }
        if (questions.somebody() && job.run().unstoppable().isPresent()) {
            asked = true;
        } else {
            job.run().cancel();
            stopping = System.nanoTime();
        }
    }

    /** Ctrl-Z: what is in front goes on behind. */
    void putBehind() {
        Job job = front;
        if (job != null && job.number() == 0) {
            jobs.add(job);
            say(theme.paint(Role.ASIDE, "[" + job.number() + "] " + job.text + " goes on behind; /jobs shows it"));
        }
    }

    @Override
    public void close() {
        init.leave();
        jshell.close(); // not under the lock: what it does may ask this desk
        leaveBackend();
    }

    private synchronized void leaveBackend() {
        Evaluator known = evaluator;
        if (known != null && leavesWork) {
            known.leave();
        } else if (known != null) {
            known.close();
        }
        Retake made = retake;
        if (made != null && leavesWork) {
            made.leave();
        } else if (made != null) {
            made.close();
        }
    }
}
