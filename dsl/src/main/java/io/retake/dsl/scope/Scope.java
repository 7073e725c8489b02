package io.retake.dsl.scope;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be said anywhere in a script. */
public interface Scope {

    /** Says a line. */
    @Help(value = "Print a line of text", example = "println \"${film.path} is done\"")
    void println(@Nullable Object text);

    /** Says an empty line. */
    void println();

    /** Says text without ending the line. */
    @Help(value = "Print text without ending the line", example = "print 'one moment … '")
    void print(@Nullable Object text);

    /** The steps that are done so far, with the time each took. */
    @Help(
            value = "The steps so far, each with its text and the time it took",
            example = "steps.each { println it.text }")
    List<StepTime> getSteps();

    /** Where the work is done. */
    @Help(value = "The backend; backend.local is true if footage stays on this machine", example = "println backend")
    BackendInfo getBackend();

    /** Ends the run as failed, and says why. */
    @Help(value = "End the run as failed, with a reason", example = "fail 'two of the files could not be read'")
    void fail(Object why);

    /** The same, and what to do about it. */
    void fail(Object why, Object advice);

    /** Waits that long; stopping the run ends it. */
    @Help(value = "Wait for a duration, or a number of milliseconds", example = "sleep 2.s")
    void sleep(Duration time);

    /** Waits that many milliseconds. */
    void sleep(long milliseconds);

    /** Says text by a pattern, as {@link String#format}. */
    void printf(String pattern, Object[] values);
}
