package io.retake.dsl.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One thing that happens in a run. The command line, the prompt and a host program are views of these; {@link EventJson}
 * is their form in text. Immutable.
 */
public sealed interface RunEvent {

    /** The event's name in JSON: {@code step-done}. */
    default String eventName() {
        return EventJson.nameOf(getClass());
    }

    /**
     * The run begins; always the first event.
     *
     * @param run its id, which names its journal
     * @param script what the script is called
     * @param backend {@code local}, {@code cloud} or an address
     * @param privacy where the footage goes, in a sentence
     * @param resumed whether it takes up an interrupted run
     */
    record RunStarted(String run, String script, String backend, String privacy, boolean resumed) implements RunEvent {}

    /**
     * A step begins.
     *
     * @param number counted from 1
     * @param text what it does, in a few words: {@code upload a.mp4}
     * @param line the script's line, from 1; 0 when unknown
     */
    record StepStarted(int number, String text, int line) implements RunEvent {}

    /**
     * How far an upload, a render or a download is.
     *
     * @param what which of them
     * @param name the file's name
     * @param percent 0 to 100, when known
     * @param done so far: bytes, and of a render milliseconds of the film; -1 when unknown
     * @param total in all, as {@code done} is counted; -1 when unknown
     */
    record Progress(Activity what, String name, OptionalDouble percent, long done, long total) implements RunEvent {}

    /** What can have progress. */
    enum Activity {
        /** Footage on its way to the backend. */
        UPLOAD,
        /** The backend makes the file. */
        RENDER,
        /** The file on its way here. */
        DOWNLOAD
    }

    /**
     * Words for the person.
     *
     * @param by who says it
     * @param text cleaned of control sequences; may have several lines
     */
    record Said(Speaker by, String text) implements RunEvent {}

    /** Who says something. */
    enum Speaker {
        /** The backend. */
        BACKEND,
        /** The script, with {@code println}. */
        SCRIPT,
        /** Retake itself. */
        RETAKE
    }

    /**
     * A step is done.
     *
     * @param number as in {@link StepStarted}
     * @param text as in {@link StepStarted}
     * @param took how long
     * @param again true when an interrupted run had done it already, so that nothing was done now
     */
    record StepDone(int number, String text, Duration took, boolean again) implements RunEvent {}

    /**
     * A file is made.
     *
     * @param path where it is; absolute
     * @param size in bytes
     * @param duration its playing time
     * @param format such as {@code mp4}
     */
    record Output(Path path, long size, Duration duration, String format) implements RunEvent {}

    /**
     * What the backend measured in a file that was made; follows its {@link Output}.
     *
     * @param path the file
     * @param text the figures in one line, for a person
     * @param figures all of them, as the backend tells them
     * @param file where they are kept beside it; empty when they are not
     */
    record Receipt(Path path, String text, ObjectNode figures, Optional<Path> file) implements RunEvent {
        /** Copies the figures. */
        public Receipt {
            figures = figures.deepCopy();
        }
    }

    /**
     * The backend told the person to do something in a window of its own, which is done otherwise here.
     *
     * @param text what that is, in a sentence
     * @param statement how it is said in the language; empty where that can't be known
     */
    record Suggested(String text, String statement) implements RunEvent {}

    /** Something to know that doesn't stop the run. */
    record Warning(String text) implements RunEvent {}

    /**
     * The run failed; {@link Finished} follows.
     *
     * @param kind what kind of failure, for an exit code
     * @param message what was wrong
     * @param advice the next step to take; may be empty
     * @param script what the script is called
     * @param line where, from 1; 0 when unknown
     * @param cause what was thrown, for a trace
     */
    record Failed(Failure kind, String message, String advice, String script, int line, Optional<Throwable> cause)
            implements RunEvent {}

    /** The kinds of failure; the exit codes of the command line follow them. */
    enum Failure {
        /** Something went wrong while it ran. */
        RUN,
        /** The script is wrong, which only running it showed. */
        SCRIPT,
        /** The backend refuses: credits, plan, token. */
        REFUSED,
        /** Somebody cancelled it. */
        CANCELLED
    }

    /**
     * The run is over; always the last event.
     *
     * @param state how it ended
     * @param took how long it was, from its start
     */
    record Finished(State state, Duration took) implements RunEvent {}

    /** How a run ends. */
    enum State {
        /** Everything was done. */
        DONE,
        /** See {@link Failed}. */
        FAILED,
        /** It was cancelled. */
        CANCELLED
    }
}
