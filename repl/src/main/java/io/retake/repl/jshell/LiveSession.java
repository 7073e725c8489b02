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
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A prompt's session, for Java: each call does a line as if it had been typed, waits for its end, and throws when it
 * fails. So it is among the entries, and {@code /save} writes it. May be used from any thread; a call whose thread is
 * interrupted cancels what it waits for.
 */
public final class LiveSession {
    private final SnippetTarget place;

    /** The session that is open at a place, whichever that is at each call. */
    public LiveSession(SnippetTarget place) {
        this.place = place;
    }

    /**
     * A session of a program of its own, such as the JDK's {@code jshell}.
     *
     * @param listener hears what happens
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
     * Does what could have been typed: a statement such as {@code trim to: 2.s}, or plain words.
     *
     * @return what it left: its value, the files it made
     * @throws RetakeException when it is wrong or fails, with the next step to take
     */
    public RunResult run(String line) {
        RunListener view = place.view(line);
        Run run = place.evaluator().start(line, event -> {
            if (!(event instanceof RunEvent.Failed)) { // that is what is thrown
                view.on(event);
            }
        });
        try {
            return run.await().orThrow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RetakeException("stopped: " + line, "", e);
        } finally {
            run.cancel(); // what nobody waits for; nothing when it is over
        }
    }

    /** Asks for an edit in plain words; what the backend answers is shown, and is the value of {@link #run}. */
    public LiveSession edit(String sentence) {
        run("> " + sentence);
        return this;
    }

    /** Adds media, in order: files as seen from the working folder, or http addresses. */
    public LiveSession upload(String... files) {
        run("upload " + Stream.of(files).map(Notations.TEXT::script).collect(Collectors.joining(", ")));
        return this;
    }

    /** Adds files. */
    public LiveSession upload(Path... files) {
        return upload(Stream.of(files).map(Path::toString).toArray(String[]::new));
    }

    /** Renders the timeline to a file named after the session. The format is one of {@code mp4}, {@code wav}, …. */
    public Film export(String format) {
        return film(run("export " + word(format)));
    }

    /** Renders the timeline to that file. */
    public Film export(String format, String file) {
        return film(run("export " + word(format) + ", to: " + Notations.TEXT.script(file)));
    }

    /** Takes the last change back. */
    public LiveSession undo() {
        run("undo()");
        return this;
    }

    /** The timeline, asked of the backend; an empty one as long as there is none. */
    public Draft timeline() {
        return SnippetVariables.timeline(place.evaluator());
    }

    /** All that the session holds, asked of the backend; empty as long as there is none. */
    public Optional<SessionState> state() {
        return place.evaluator().state();
    }

    /** What names it at the backend, for calls of the client; empty as long as nothing needed one. */
    public Optional<SessionRef> ref() {
        return place.evaluator().session();
    }

    /** What it is called; that names exports. */
    public String title() {
        return place.evaluator().title();
    }

    /** What was done in it. */
    public List<Entry> entries() {
        return place.evaluator().entries();
    }

    /** A clip to try things on. */
    public Path sampleClip() {
        return (Path) run("sampleClip()").value().orElseThrow();
    }

    private static Film film(RunResult result) {
        return result.outputs().get(result.outputs().size() - 1);
    }

    /** Without quotes where a person would leave them out. */
    private static String word(String text) {
        return text.matches("[a-z]\\w*") ? text : Notations.TEXT.script(text);
    }

    @Override
    public String toString() {
        return "session '" + title() + "' at " + place.evaluator().backend() + ", "
                + place.evaluator().entries().size() + " entries";
    }
}
