package io.retake.dsl.scope;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statements available everywhere in a script. */
public interface Scope {

    /** Prints a line. */
    @Help(value = "Print a line of text", example = "println \"${film.path} is done\"")
    void println(@Nullable Object text);

    /** Prints an empty line. */
    void println();

    /** Prints text without ending the line. */
    @Help(value = "Print text without ending the line", example = "print 'one moment … '")
    void print(@Nullable Object text);

    /** Returns the completed steps so far, with the time each took. */
    @Help(
            value = "The steps so far, each with its text and the time it took",
            example = "steps.each { println it.text }")
    List<StepTime> getSteps();

    /** Returns the backend. */
    @Help(value = "The backend; backend.local is true if footage stays on this machine", example = "println backend")
    BackendInfo getBackend();

    /** Ends the run as failed, with a reason. */
    @Help(value = "End the run as failed, with a reason", example = "fail 'two of the files could not be read'")
    void fail(Object why);

    /** Ends the run as failed, with a reason and advice. */
    void fail(Object why, Object advice);

    /** Waits for a time; stopping the run ends the wait. */
    @Help(value = "Wait for a duration, or a number of milliseconds", example = "sleep 2.s")
    void sleep(Duration time);

    /** Waits for a number of milliseconds. */
    void sleep(long milliseconds);

    /** Prints text with a format, like {@link String#format}. */
    void printf(String pattern, Object[] values);
}
