package io.retake.dsl.scope;

import io.retake.core.edit.value.Target;
import java.time.Duration;

/**
 * A scene found by {@code scenes()}: {@code scene.number}, {@code scene.from}, {@code scene.to}, {@code
 * scene.duration}, {@code scene.file}. It can be given to any edit's {@code on:}, and a list of them to {@code
 * reorder}: its number stays, wherever edits move it. Times are those of its detection. Immutable.
 */
public final class Scene {
    private final int number;
    private final Duration from;
    private final Duration to;
    private final Duration duration;
    private final String file;

    /** Creates a scene with a number and a place on the timeline; its duration is the visible part. */
    public Scene(int number, Duration from, Duration to, Duration duration, String file) {
        this.number = number;
        this.from = from;
        this.to = to;
        this.duration = duration;
        this.file = file;
    }

    /** Returns the number, counted from 1. */
    public int getNumber() {
        return number;
    }

    /** Returns the start on the timeline. */
    public Duration getFrom() {
        return from;
    }

    /** Returns the end on the timeline. */
    public Duration getTo() {
        return to;
    }

    /** Returns the duration. */
    public Duration getDuration() {
        return duration;
    }

    /** Returns the footage that it is from. */
    public String getFile() {
        return file;
    }

    /** Returns the target for {@code on:}, which accepts the scene itself too. */
    public Target getTarget() {
        return new Target.Scene(number);
    }

    /** Returns {@code scene 2}. */
    @Override
    public String toString() {
        return "scene " + number;
    }
}
