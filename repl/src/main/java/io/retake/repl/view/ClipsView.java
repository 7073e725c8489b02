package io.retake.repl.view;

import io.retake.core.edit.value.Times;
import io.retake.core.protocol.UploadedFile;
import io.retake.repl.message.ProgramMessages;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lists the files of a session. Thread-safe. */
public final class ClipsView {
    private final Theme theme;
    private final int columns;

    /** @param columns the width of the terminal */
    public ClipsView(Theme theme, int columns) {
        this.theme = theme;
        this.columns = columns;
    }

    /** Returns a line per file, under a heading. */
    public List<String> lines(List<UploadedFile> files) {
        if (files.isEmpty()) {
            return List.of(ProgramMessages.text("clips.none"));
        }
        Table table = new Table();
        table.row(
                Role.ASIDE,
                ProgramMessages.text("column.file"),
                ProgramMessages.text("column.kind"),
                ProgramMessages.text("column.length"),
                ProgramMessages.text("column.size"),
                ProgramMessages.text("column.fps"));
        for (UploadedFile file : files) {
            table.row(
                    OneLine.of(file.filename()),
                    OneLine.of(file.fileType().toLowerCase(Locale.ROOT)),
                    file.duration().isZero() ? "-" : Times.write(file.duration()),
                    file.width() > 0 ? file.width() + "x" + file.height() : "-",
                    file.fps() > 0 ? rate(file.fps()) : "-");
        }
        List<String> lines = new ArrayList<>(table.lines("", theme, columns, 0));
        for (UploadedFile file : files) {
            file.warnings()
                    .forEach(warning -> lines.add(theme.paint(Role.WARNING, ProgramMessages.text("prefix.warning"))
                            + OneLine.of(file.filename() + ": " + warning)));
        }
        return lines;
    }

    private static String rate(double fps) {
        return BigDecimal.valueOf(fps)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
