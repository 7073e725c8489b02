package io.retake.repl.view;

import io.retake.core.edit.value.Times;
import io.retake.dsl.scope.Scene;
import io.retake.repl.message.ProgramMessages;
import java.util.List;

/** Lists detected scenes. Thread-safe. */
public final class ScenesView {
    private final Theme theme;
    private final int columns;

    /** @param columns the width of the terminal */
    public ScenesView(Theme theme, int columns) {
        this.theme = theme;
        this.columns = columns;
    }

    /** Returns a line per scene, under a heading. */
    public List<String> lines(List<Scene> scenes) {
        if (scenes.isEmpty()) {
            return List.of(ProgramMessages.text("scenes.none"));
        }
        Table table = new Table();
        table.row(
                Role.ASIDE,
                ProgramMessages.text("column.scene"),
                ProgramMessages.text("column.from"),
                ProgramMessages.text("column.to"),
                ProgramMessages.text("column.length"),
                ProgramMessages.text("column.file"));
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
