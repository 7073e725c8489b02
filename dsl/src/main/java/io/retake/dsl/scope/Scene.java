package io.retake.dsl.scope;

import io.retake.core.edit.value.Target;
import java.time.Duration;

/**
 * A shot that {@code scenes()} found: {@code scene.number}, {@code scene.from}, {@code scene.to}, {@code scene.duration},
 * {@code scene.file}. It can be given to any edit's {@code on:}, and a list of them to {@code reorder}: its number stays,
 * wherever edits move it. Times are as they were when it was found. Immutable.
 */
public final class Scene {
    private final int number;
    private final Duration from;
    private final Duration to;
    private final Duration duration;
    private final String file;

    /** A scene of that number in that place of the timeline; its duration is what is seen of it. */
    public Scene(int number, Duration from, Duration to, Duration duration, String file) {
        this.number = number;
        this.from = from;
        this.to = to;
        this.duration = duration;
        this.file = file;
    }

    /** Counted from 1. */
    public int getNumber() {
        return number;
    }

    /** Where it begins on the timeline. */
    public Duration getFrom() {
        return from;
    }

    /** Where it ends on the timeline. */
    public Duration getTo() {
        return to;
    }

    /** How long it is. */
    public Duration getDuration() {
        return duration;
    }

    /** The footage that it is from. */
    public String getFile() {
        return file;
    }

    /** What {@code on:} takes; the scene itself does too. */
    public Target getTarget() {
        return new Target.Scene(number);
    }

    /** {@code scene 2}. */
    @Override
    public String toString() {
        return "scene " + number;
    }
}
