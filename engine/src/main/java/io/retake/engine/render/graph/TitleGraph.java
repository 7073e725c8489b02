package io.retake.engine.render.graph;

import io.retake.core.draft.Canvas;
import io.retake.core.draft.Segment;
import io.retake.core.edit.value.Position;
import io.retake.core.edit.value.TitleStyle;
import io.retake.engine.filter.Filter;
import io.retake.engine.render.text.Face;
import io.retake.engine.render.text.TextLines;
import io.retake.engine.render.timeline.RenderTimeline;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Draws titles. The text itself never is in the graph: it is in a file of its own, and drawtext's expansion is off, so
 * that quotes, colons, percent signs and backslashes are only characters.
 */
final class TitleGraph {
    private static final double LINE = 1.3;
    private static final double ASCENT = 0.95;
    /** The size of a second line, as a share of the first. */
    private static final double SUBLINE = 0.62;

    private final RenderTimeline scene;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Set<Face> faces = EnumSet.noneOf(Face.class);
    private final List<Filter> filters = new ArrayList<>();

    private TitleGraph(RenderTimeline scene) {
        this.scene = scene;
    }

    static TitleGraph of(RenderTimeline scene) {
        TitleGraph titles = new TitleGraph(scene);
        scene.titles().forEach(titles::add);
        return titles;
    }

    /** Returns the filters; empty without titles. */
    List<Filter> filters() {
        return filters;
    }

    Map<String, String> texts() {
        return texts;
    }

    Set<Face> faces() {
        return faces;
    }

    private void add(Segment title) {
        long from = Math.max(0, scene.clock().frame(title.start()) - scene.origin());
        long to = scene.clock().frame(title.end()) - scene.origin();
        if (to <= from || from >= scene.frames() - scene.origin()) {
            return;
        }
        Canvas canvas = scene.canvas();
        double size = size(title.position(), canvas);
        double room = canvas.width() * (title.position() == Position.LOWER_THIRD ? 0.75 : 0.88);
        List<Row> rows = rows(title, size, room);
        // Too much text for the picture: smaller, until it fits or can't be read anyway.
        while (height(rows) > canvas.height() * 0.84 && size > 8) {
            size *= 0.9;
            rows = rows(title, size, room);
        }
        draw(title, rows, size, "between(n," + from + "," + (to - 1) + ")");
    }

    /** A line at its size. */
    private record Row(TextLines.Line line, double size) {
        double width() {
            return line.ems() * size;
        }
    }

    private static List<Row> rows(Segment title, double size, double room) {
        List<Row> rows = new ArrayList<>();
        TextLines.of(title.text().orElse(""), room / size).forEach(line -> rows.add(new Row(line, size)));
        double small = Math.max(6, size * SUBLINE);
        title.subline()
                .filter(text -> !text.isBlank())
                .ifPresent(text -> TextLines.of(text, room / small).forEach(line -> rows.add(new Row(line, small))));
        return rows;
    }

    private static double height(List<Row> rows) {
        return rows.stream().mapToDouble(row -> row.size() * LINE).sum();
    }

    private void draw(Segment title, List<Row> rows, double size, String during) {
        double widest = rows.stream().mapToDouble(Row::width).max().orElse(0);
        double height = height(rows);
        double top = top(title.position(), height);
        if (title.style() == TitleStyle.BOX) {
            double left = left(title.position(), widest);
            double margin = size * 0.35;
            filters.add(Filter.of("drawbox")
                    .with("x", Math.round(left - margin))
                    .with("y", Math.round(top - margin * 0.6))
                    .with("w", Math.round(widest + 2 * margin))
                    .with("h", Math.round(height + margin * 1.2))
                    .with("color", "black@0.6")
                    .with("t", "fill")
                    .withQuoted("enable", during));
        }
        double y = top;
        for (Row row : rows) {
            double x = left(title.position(), row.width());
            double baseline = y + ((LINE - 1) / 2 + ASCENT * 0.92) * row.size();
            for (TextLines.FontRun run : row.line().runs()) {
                run(run, title.style(), Math.round(row.size()), x, baseline, during);
                x += run.ems() * row.size();
            }
            y += LINE * row.size();
        }
    }

    private void run(TextLines.FontRun run, TitleStyle style, long size, double x, double baseline, String during) {
        if (run.text().isBlank()) {
            return;
        }
        String file = "title" + texts.size() + ".txt";
        texts.put(file, run.text());
        faces.add(run.face());
        Filter text = Filter.of("drawtext")
                .with("fontfile", run.face().file())
                .with("textfile", file)
                .with("expansion", "none")
                .with("fontsize", size)
                .with("fontcolor", "white");
        filters.add(outlined(text, style, size)
                .with("y_align", "baseline")
                .with("x", Math.round(x))
                .with("y", Math.round(baseline))
                .withQuoted("enable", during));
    }

    private static Filter outlined(Filter text, TitleStyle style, long size) {
        return style == TitleStyle.OUTLINE
                ? text.with("borderw", Math.max(1, Math.round(size * 0.055))).with("bordercolor", "black@0.85")
                : text;
    }

    /** Returns the font size; a portrait picture is narrow, so its titles are sized by its width. */
    private static double size(Position position, Canvas canvas) {
        double base = Math.min(canvas.height(), canvas.width() * 0.75);
        return Math.max(8, base * (position == Position.CENTER ? 0.1 : position == Position.LOWER_THIRD ? 0.06 : 0.07));
    }

    private double left(Position position, double width) {
        double canvas = scene.canvas().width();
        return switch (position) {
            case CENTER, TOP, BOTTOM -> (canvas - width) / 2;
            case LOWER_THIRD, TOP_LEFT, BOTTOM_LEFT -> canvas * 0.06;
            case TOP_RIGHT, BOTTOM_RIGHT -> canvas * 0.94 - width;
        };
    }

    private double top(Position position, double height) {
        double canvas = scene.canvas().height();
        return switch (position) {
            case CENTER -> (canvas - height) / 2;
            case TOP, TOP_LEFT, TOP_RIGHT -> canvas * 0.06;
            case BOTTOM, BOTTOM_LEFT, BOTTOM_RIGHT -> canvas * 0.94 - height;
            case LOWER_THIRD -> Math.max(canvas * 0.06, canvas * 0.86 - height);
        };
    }
}
