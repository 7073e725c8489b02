package io.retake.dsl.scope;

import java.time.Duration;

/** A completed step of a script, and its duration: {@code step.text}, {@code step.took}. Immutable. */
public final class StepTime {
    private final String text;
    private final Duration took;

    /** Creates a completed step. */
    public StepTime(String text, Duration took) {
        this.text = text;
        this.took = took;
    }

    /** Returns its description, a few words: {@code upload a.mp4}. */
    public String getText() {
        return text;
    }

    /** Returns its duration. */
    public Duration getTook() {
        return took;
    }

    /** Returns the description. */
    @Override
    public String toString() {
        return text;
    }
}
