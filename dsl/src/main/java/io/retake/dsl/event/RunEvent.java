package io.retake.dsl.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An event of a run. The command line, the prompt and a host program are views of these; {@link EventJson} is their
 * text form. Immutable.
 */
public sealed interface RunEvent {

    /** Returns the event's name in JSON: {@code step-done}. */
    default String eventName() {
        return EventJson.nameOf(getClass());
    }

    /**
     * The run begins; always the first event.
     *
     * @param run its id, which names its journal
     * @param script the name of the script
     * @param backend {@code local}, {@code cloud} or an address
     * @param privacy where the footage goes, in a sentence
     * @param resumed whether it resumes an interrupted run
     */
    record RunStarted(String run, String script, String backend, String privacy, boolean resumed) implements RunEvent {}

    /**
     * A step begins.
     *
     * @param number counted from 1
     * @param text its description, a few words: {@code upload a.mp4}
     * @param line the script's line, from 1; 0 when unknown
     */
    record StepStarted(int number, String text, int line) implements RunEvent {}

    /**
     * The progress of an upload, a render or a download.
     *
     * @param what the activity
     * @param name the file's name
     * @param percent 0 to 100, when known
     * @param done so far: bytes, or for a render milliseconds of the film; -1 when unknown
     * @param total in all, in the unit of {@code done}; -1 when unknown
     */
    record Progress(Activity what, String name, OptionalDouble percent, long done, long total) implements RunEvent {}

    /** An activity with progress. */
    enum Activity {
        /** Footage is sent to the backend. */
        UPLOAD,
        /** The backend renders the file. */
        RENDER,
        /** The file is downloaded. */
        DOWNLOAD
    }

    /**
     * Text for the user.
     *
     * @param by the speaker
     * @param text cleaned of control sequences; may have several lines
     */
    record Said(Speaker by, String text) implements RunEvent {}

    /** The source of a text. */
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
     * @param took the duration of the step
     * @param again whether an interrupted run had already done it, so that nothing was done now
     */
    record StepDone(int number, String text, Duration took, boolean again) implements RunEvent {}

    /**
     * A file is finished.
     *
     * @param path its absolute path
     * @param size in bytes
     * @param duration its playing time
     * @param format such as {@code mp4}
     */
    record Output(Path path, long size, Duration duration, String format) implements RunEvent {}

    /**
     * The backend's measurements of a finished file; follows its {@link Output}.
     *
     * @param path the file
     * @param text the figures in one line, for the user
     * @param figures all figures, as received from the backend
     * @param file the receipt file beside it; empty when there is none
     */
    record Receipt(Path path, String text, ObjectNode figures, Optional<Path> file) implements RunEvent {
        /** Copies the figures. */
        public Receipt {
            figures = figures.deepCopy();
        }
    }

    /**
     * The backend told the user to do something in a window of its own, which has an equivalent here.
     *
     * @param text the equivalent, in a sentence
     * @param statement the statement of the language; empty when unknown
     */
    record Suggested(String text, String statement) implements RunEvent {}

    /** A warning that does not stop the run. */
    record Warning(String text) implements RunEvent {}

    /**
     * The run failed; {@link Finished} follows.
     *
     * @param kind the kind of failure, for an exit code
     * @param message the fault
     * @param advice the next step to take; may be empty
     * @param script the name of the script
     * @param line its line, from 1; 0 when unknown
     * @param cause the exception, for a trace
     */
    record Failed(Failure kind, String message, String advice, String script, int line, Optional<Throwable> cause)
            implements RunEvent {}

    /** The kinds of failure, each with an exit code of the command line. */
    enum Failure {
        /** An error while it ran. */
        RUN,
        /** A fault of the script that was found only by running it. */
        SCRIPT,
        /** The backend refused: credits, plan, token. */
        REFUSED,
        /** Cancelled. */
        CANCELLED
    }

    /**
     * The run is over; always the last event.
     *
     * @param state how it ended
     * @param took its duration, from its start
     */
    record Finished(State state, Duration took) implements RunEvent {}

    /** The final state of a run. */
    enum State {
        /** Completed. */
        DONE,
        /** Failed: see {@link Failed}. */
        FAILED,
        /** Cancelled. */
        CANCELLED
    }
}
