package io.retake.dsl.scope;

import java.time.Duration;

/** A step that a script has done, and how long it took: {@code step.text}, {@code step.took}. Immutable. */
public final class StepTime {
    private final String text;
    private final Duration took;

    /** A finished step. */
    public StepTime(String text, Duration took) {
        this.text = text;
        this.took = took;
    }

    /** What it did, in a few words: {@code upload a.mp4}. */
    public String getText() {
        return text;
    }

    /** How long it took. */
    public Duration getTook() {
        return took;
    }

    /** Its words. */
    @Override
    public String toString() {
        return text;
    }
}
