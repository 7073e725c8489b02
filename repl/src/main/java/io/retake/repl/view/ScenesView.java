package io.retake.repl.view;

import io.retake.core.edit.value.Times;
import io.retake.dsl.scope.Scene;
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

    /** A line each, under a heading. */
    public List<String> lines(List<Scene> scenes) {
        if (scenes.isEmpty()) {
            return List.of("No scenes were found.");
        }
        Table table = new Table();
        table.row(Role.ASIDE, "scene", "from", "to", "length", "file");
        for (Scene scene : scenes) {
            table.row(
                    Integer.toString(scene.getNumber()),
                    Times.write(scene.getFrom()),
                    Times.write(scene.getTo()),
                    Times.writeLength(scene.getDuration()),
                    OneLine.of(scene.getFile()));
        }
        return table.lines("", theme, columns, 4);
    }
}
