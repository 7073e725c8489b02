package io.retake.repl.jshell;

import io.retake.core.RetakeException;
import io.retake.core.draft.Draft;
import io.retake.core.protocol.SessionRef;
import io.retake.core.protocol.SessionState;
import io.retake.core.vocabulary.Notations;
import io.retake.dsl.event.RunEvent;
import io.retake.dsl.event.RunListener;
import io.retake.dsl.prompt.Entry;
import io.retake.dsl.prompt.Evaluator;
import io.retake.dsl.run.Run;
import io.retake.dsl.run.RunResult;
import io.retake.dsl.scope.Film;
import io.retake.repl.message.ProgramMessages;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A prompt's session for Java code. Each call runs a line as if it had been typed, waits for its end, and throws if it
 * fails; the line becomes an entry, and {@code /save} writes it. Usable from any thread; interrupting the thread of a
 * call cancels the line.
 */
public final class LiveSession {
    private final SnippetTarget place;

    /** Creates a view of whichever session the target has open at each call. */
    public LiveSession(SnippetTarget place) {
        this.place = place;
    }

    /**
     * Creates a session outside a prompt, such as in the JDK's {@code jshell}.
     *
     * @param listener receives the events of each line
     */
    public static LiveSession of(io.retake.dsl.Retake retake, Evaluator evaluator, RunListener listener) {
        return new LiveSession(new SnippetTarget() {
            @Override
            public io.retake.dsl.Retake retake() {
                return retake;
            }

            @Override
            public Evaluator evaluator() {
                return evaluator;
            }

            @Override
            public RunListener view(String text) {
                return listener;
            }
        });
    }

    /**
     * Runs one line: a statement such as {@code trim to: 2.s}, or a sentence.
     *
     * @return its value and the files it exported
     * @throws RetakeException if it is wrong or fails, with the next step to take as advice
     */
    public RunResult run(String line) {
        RunListener view = place.view(line);
        Run run = place.evaluator().start(line, event -> {
            if (!(event instanceof RunEvent.Failed)) { // thrown below instead
                view.on(event);
            }
        });
        try {
            return run.await().orThrow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RetakeException(ProgramMessages.text("run.stopped-line", line), "", e);
        } finally {
            run.cancel(); // if nobody waits any longer; a no-op once it has ended
        }
    }

    /**
     * Requests an edit as a sentence. The prompt shows the backend's answer, which is also the value of {@link #run}.
     */
    public LiveSession edit(String sentence) {
        run("> " + sentence);
        return this;
    }

    /** Uploads media in order: files relative to the working folder, or http addresses. */
    public LiveSession upload(String... files) {
        run("upload " + Stream.of(files).map(Notations.TEXT::script).collect(Collectors.joining(", ")));
        return this;
    }

    /** Uploads files. */
    public LiveSession upload(Path... files) {
        return upload(Stream.of(files).map(Path::toString).toArray(String[]::new));
    }

    /** Exports the timeline to a file named after the session. The format is {@code mp4}, {@code wav}, …. */
    public Film export(String format) {
        return film(run("export " + word(format)));
    }

    /** Exports the timeline to the given file. */
    public Film export(String format, String file) {
        return film(run("export " + word(format) + ", to: " + Notations.TEXT.script(file)));
    }

    /** Undoes the last change. */
    public LiveSession undo() {
        run("undo()");
        return this;
    }

    /** Requests the timeline from the backend; returns an empty one if there is none yet. */
    public Draft timeline() {
        return SnippetVariables.timeline(place.evaluator());
    }

    /** Requests the state of the session from the backend; empty if there is no session yet. */
    public Optional<SessionState> state() {
        return place.evaluator().state();
    }

    /** Returns the session's identity at the backend, for client calls; empty until something needed a session. */
    public Optional<SessionRef> ref() {
        return place.evaluator().session();
    }

    /** Returns the session's title, which names exports. */
    public String title() {
        return place.evaluator().title();
    }

    /** Returns the entries of the session so far. */
    public List<Entry> entries() {
        return place.evaluator().entries();
    }

    /** Creates a sample clip and returns its file. */
    public Path sampleClip() {
        return (Path) run("sampleClip()").value().orElseThrow();
    }

    private static Film film(RunResult result) {
        return result.outputs().get(result.outputs().size() - 1);
    }

    /** Quotes a word unless it is a plain name. */
    private static String word(String text) {
        return text.matches("[a-z]\\w*") ? text : Notations.TEXT.script(text);
    }

    @Override
    public String toString() {
        return ProgramMessages.text(
                "java.session",
                title(),
                place.evaluator().backend(),
                place.evaluator().entries().size());
    }
}
