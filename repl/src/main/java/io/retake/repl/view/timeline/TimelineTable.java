package io.retake.repl.view.timeline;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.draft.Track;
import io.retake.core.edit.value.Times;
import io.retake.core.vocabulary.Notations;
import io.retake.repl.message.ProgramMessages;
import io.retake.repl.view.Columns;
import io.retake.repl.view.Role;
import io.retake.repl.view.Table;
import io.retake.repl.view.Theme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code /timeline --wide}: a line per segment with all details. Thread-safe. */
public final class TimelineTable {
    private static final int LONGEST_NAME = 40;
    private static final List<String> HEADING = List.of(
            "column.track",
            "column.clip",
            "column.from",
            "column.to",
            "column.length",
            "column.name",
            "column.source",
            "column.speed",
            "column.level",
            "column.transition",
            "column.effects");
    /** Columns to omit, in this order, if there is no room. */
    private static final List<String> MISSED = List.of(
            "column.length",
            "column.source",
            "column.transition",
            "column.effects",
            "column.clip",
            "column.level",
            "column.speed",
            "column.track");

    private static final Set<String> NOTHING = Set.of("-", "1x", "100%");

    private final Theme theme;
    private final int columns;

    /** Creates a table of unlimited width. */
    public TimelineTable(Theme theme) {
        this(theme, Integer.MAX_VALUE);
    }

    /**
     * Creates a table for a terminal. If it is too wide, columns without information are omitted first, then the least
     * important ones.
     */
    public TimelineTable(Theme theme, int columns) {
        this.theme = theme;
        this.columns = columns;
    }

    /** Returns the whole timeline. */
    public List<String> lines(Draft draft) {
        return lines(draft, Window.whole(draft));
    }

    /** Returns the segments in the window. */
    public List<String> lines(Draft draft, Window window) {
        List<List<String>> rows = new ArrayList<>(List.of(HEADING));
        Scale scale = Scale.of(window, 1);
        ObjectNames names = ObjectNames.of(draft);
        for (int i = 0; i < draft.tracks().size(); i++) {
            Track track = draft.tracks().get(i);
            String name = (i + 1) + " " + TrackKind.of(track).label();
            for (int j = 0; j < track.segments().size(); j++) {
                Segment segment = track.segments().get(j);
                if (scale.sees(segment.start().toMillis(), segment.end().toMillis())) {
                    rows.add(row(name, names.of(segment).orElse(Integer.toString(j + 1)), segment, names));
                }
            }
        }
        List<String> lines = new ArrayList<>(fitted(rows));
        lines.set(0, theme.paint(Role.ASIDE, lines.get(0)));
        if (!draft.effects().isEmpty()) {
            lines.add(theme.paint(
                    Role.ASIDE,
                    ProgramMessages.text(
                            "effect.global",
                            draft.effects().stream().map(EffectText::full).collect(Collectors.joining(", ")))));
        }
        return lines;
    }

    private List<String> fitted(List<List<String>> rows) {
        List<String> shown = new ArrayList<>(HEADING);
        if (width(rows, shown) >= columns) {
            shown.removeIf(heading ->
                    rows.stream().skip(1).allMatch(row -> NOTHING.contains(row.get(HEADING.indexOf(heading)))));
        }
        for (int i = 0; i < MISSED.size() && width(rows, shown) >= columns; i++) {
            shown.remove(MISSED.get(i));
        }
        Table table = new Table();
        table.row(shown.stream().map(TimelineTable::heading).toArray(String[]::new));
        rows.stream()
                .skip(1)
                .forEach(row -> table.row(shown.stream()
                        .map(heading -> row.get(HEADING.indexOf(heading)))
                        .toArray(String[]::new)));
        return columns == Integer.MAX_VALUE
                ? table.lines("")
                : table.lines("", theme, columns, shown.indexOf("column.name"));
    }

    private static int width(List<List<String>> rows, List<String> shown) {
        return shown.stream()
                .mapToInt(heading -> 2 + width(rows, HEADING.indexOf(heading)))
                .sum();
    }

    private static int width(List<List<String>> rows, int column) {
        return Math.max(
                Columns.width(heading(HEADING.get(column))),
                rows.stream()
                        .skip(1)
                        .mapToInt(row -> Columns.width(row.get(column)))
                        .max()
                        .orElse(0));
    }

    private static String heading(String column) {
        return ProgramMessages.text(column);
    }

    private List<String> row(String track, String number, Segment segment, ObjectNames names) {
        return List.of(
                track,
                number,
                Times.write(segment.start()),
                Times.write(segment.end()),
                Times.writeLength(segment.duration()),
                Columns.fit(SegmentText.name(segment), LONGEST_NAME, theme.ellipsis()),
                source(segment),
                or(SegmentText.speed(segment), "1x"),
                or(SegmentText.level(segment), "100%"),
                segment.blend()
                        .map(b -> names.transition(segment)
                                        .map(name -> name + ": ")
                                        .orElse("")
                                + Notations.of(b.kind().getDeclaringClass()).write(b.kind()) + " "
                                + Times.writeLength(b.duration()))
                        .orElse("-"),
                or(SegmentText.effects(segment), "-"));
    }

    /** Returns the range of the source that is used: {@code 0:30-0:42.5}. */
    private static String source(Segment segment) {
        if (segment.media().isEmpty()) {
            return "-";
        }
        if (segment.frozen()) {
            return ProgramMessages.text("segment.held", Times.write(segment.in()));
        }
        Duration played = Duration.ofMillis(Math.round(segment.duration().toMillis() * segment.speed()));
        return Times.write(segment.in()) + "-" + Times.write(segment.in().plus(played))
                + (segment.loops() ? ProgramMessages.text("segment.looped") : "");
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}
