package io.retake.repl.shell;

import io.retake.core.RetakeException;
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
import io.retake.dsl.prompt.Entry;
import io.retake.dsl.prompt.Evaluator;
import io.retake.dsl.prompt.Reading;
import io.retake.dsl.run.KnownSession;
import io.retake.dsl.run.Run;
import io.retake.dsl.run.RunListener;
import io.retake.dsl.run.RunResult;
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
    private final Supplier<RetakeBuilder> builders;
    private final Map<String, String> environment;
    private final Theme theme;
    private final Path folder;
    private @Nullable Retake retake;
    private @Nullable Evaluator evaluator;
    private volatile @Nullable Evaluator ready;
    private volatile @Nullable Job front;
    private volatile boolean waiting;
    private volatile boolean worded;
    private final Runnable doctor;

    final Output output;
    final Jobs jobs = new Jobs();

    /** What the next line begins with; for a command that leaves something to go on typing. */
    String typed = "";

    boolean leaving;

    Desk(
            Supplier<RetakeBuilder> builders,
            Map<String, String> environment,
            Path folder,
            Output output,
            Theme theme,
            Runnable doctor) {
        this.builders = builders;
        this.environment = Map.copyOf(environment);
        this.folder = folder;
        this.theme = theme;
        this.doctor = doctor;
        this.output = output;
    }

    Theme theme() {
        return theme;
    }

    Path folder() {
        return folder;
    }

    Map<String, String> environment() {
        return environment;
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
        evaluator().warmUp();
    }

    /** Makes what tells a statement from plain words: the vocabulary, which the first keys don't wait for. */
    void learnWords() {
        read("mute");
        Tips.of("mute", theme, columns());
        PromptHighlighter.prepare();
        worded = true;
    }

    /** Goes on at another backend, with nothing of what was done here. */
    synchronized void moveTo(Backend backend) {
        close();
        evaluator = null;
        ready = null;
        Retake made = builders.get().backend(backend).build();
        retake = made;
        Evaluator known = made.prompt(TITLE);
        evaluator = known;
        ready = known;
    }

    /** Goes on in a session that is known, with an engine on the folder that holds it. */
    synchronized void attach(KnownSession known) {
        close();
        evaluator = null;
        ready = null;
        Retake made = builders.get().backend(Backend.named(known.backend())).build();
        retake = made;
        Evaluator attached = made.attach(TITLE, known);
        evaluator = attached;
        ready = attached;
    }

    /** What a line is taken for; waits for nothing but the vocabulary. */
    Reading read(String line) {
        return Reading.of(line, names());
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

    /** The timeline now; what the last entry left, so that nothing is waited for. */
    Optional<Draft> lastDraft() {
        Evaluator known = ready;
        List<Entry> entries = known == null ? List.of() : known.entries();
        return entries.isEmpty()
                ? Optional.empty()
                : entries.get(entries.size() - 1).after();
    }

    /** What the session holds, asked of the backend. */
    SessionState state() {
        return evaluator()
                .state()
                .orElseThrow(() -> new CommandProblem(
                        "there is no session yet", "upload footage first: upload 'a.mp4', or just type a file's name"));
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
        return begin(
                reading.text(), reading.background(), listener -> evaluator().start(forced(reading), listener));
    }

    private static String forced(Reading reading) {
        return reading.kind() == Reading.Kind.SENTENCE ? "> " + reading.text() : reading.text();
    }

    /** Starts work, waits for it unless it is to go on behind, and shows how it ends. */
    boolean begin(String text, boolean behind, Function<RunListener, Run> start) {
        Job[] self = new Job[1];
        Job job = new Job(
                text,
                Instant.now(),
                new FrontView(output.screen(), text),
                new BehindView(output.lines, theme, text, () -> self[0].number()),
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
            new ProblemView(output.errors, theme).show(wrong.problems());
            return false;
        } catch (RetakeException wrong) {
            problem(String.valueOf(wrong.getMessage()), wrong.advice());
            return false;
        } finally {
            front = null;
        }
    }

    private boolean await(Job job) {
        try {
            while (job.number() == 0) {
                Optional<RunResult> ended = job.run().await(java.time.Duration.ofMillis(50));
                if (ended.isPresent()) {
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
        Job job = front;
        if (job != null) {
            job.run().cancel();
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
    public synchronized void close() {
        if (evaluator != null) {
            evaluator.close();
        }
        if (retake != null) {
            retake.close();
        }
    }
}
