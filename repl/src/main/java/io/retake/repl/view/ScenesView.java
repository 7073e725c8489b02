package io.retake.repl.view;

import io.retake.core.edit.Times;
import java.time.Duration;
import java.util.List;

/** Shots that were found. Thread-safe. */
public final class ScenesView {
    private final Theme theme;
    private final int columns;

    /** @param columns how wide the terminal is */
    public ScenesView(Theme theme, int columns) {
        this.theme = theme;
        this.columns = columns;
    }

    /**
     * One of them.
     *
     * @param number from 1, as {@code scene 2} counts
     * @param from where it begins on the timeline
     * @param to where it ends
     * @param clip the name of the clip that it is in; empty when that isn't known
     */
    public record Scene(int number, Duration from, Duration to, String clip) {}

    /** A line each, under a heading. */
    public List<String> lines(List<Scene> scenes) {
        if (scenes.isEmpty()) {
            return List.of("No scenes were found.");
        }
        Table table = new Table();
        table.row(Role.ASIDE, "scene", "from", "to", "length", "clip");
        for (Scene scene : scenes) {
            table.row(
                    Integer.toString(scene.number()),
                    Times.write(scene.from()),
                    Times.write(scene.to()),
                    Times.writeLength(scene.to().minus(scene.from())),
                    OneLine.of(scene.clip()));
        }
        return table.lines("", theme, columns, 4);
    }
}
