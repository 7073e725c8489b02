package io.retake.repl.view.timeline;

import io.retake.core.draft.Blend;
import io.retake.core.draft.Segment;
import io.retake.repl.message.ProgramMessages;
import io.retake.repl.view.Columns;
import io.retake.repl.view.Role;
import io.retake.repl.view.Theme;
import java.time.Duration;
import java.util.List;

/** Draws segments as bars to scale, with as much text as fits. */
final class Bars {
    private static final int LEAST_FOR_TEXT = 3;
    /** Columns reserved for a name before other text is added. */
    private static final int LEAST_OF_NAME = 10;

    private final Theme theme;
    private final Glyphs glyphs;
    private final Scale scale;
    private final ObjectNames names;

    Bars(Theme theme, Scale scale, ObjectNames names) {
        this.names = names;
        this.theme = theme;
        this.glyphs = Glyphs.of(theme);
        this.scale = scale;
    }

    /** @param numbers whether bars show clip numbers */
    Row row(List<Lanes.Numbered> lane, Role role, boolean numbers) {
        Row row = new Row(scale.cells());
        int free = 0;
        for (Lanes.Numbered numbered : lane) {
            free = draw(row, numbered, free, role, numbers);
        }
        return row;
    }

    /** Draws a segment. Returns the first cell after it if it was too short to be drawn to scale, otherwise 0. */
    private int draw(Row row, Lanes.Numbered numbered, int free, Role role, boolean numbers) {
        int start = Math.max(0, Math.min(scale.cells() - 1, scale.cell(numbered.fromMs())));
        int end = Math.max(start + 1, Math.min(scale.cells(), scale.cell(numbered.toMs())));
        int from = start < free && end > free ? free : start;
        if (end - from == 1) {
            boolean taken = from < free && !row.isFree(from);
            row.put(from, taken ? glyphs.many() : glyphs.one(), role);
            return end;
        }
        wide(row, numbered, from, end, role, numbers);
        return 0;
    }

    private void wide(Row row, Lanes.Numbered numbered, int from, int end, Role role, boolean numbers) {
        Segment segment = numbered.segment();
        boolean before = numbered.fromMs() < scale.fromMs();
        boolean after = numbered.toMs() > scale.fromMs() + scale.lengthMs();
        for (int cell = from; cell < end; cell++) {
            row.put(cell, glyphs.fill(), role);
        }
        row.put(from, before ? glyphs.before() : glyphs.left(), role);
        int text = Math.max(from + 1, blend(row, segment, from, end, role));
        row.put(end - 1, after ? glyphs.after() : glyphs.right(), role);
        // On color the end needs no mark, so text may use its cell, but must not touch the next bar.
        int room = end - 1 - text;
        if (room >= LEAST_FOR_TEXT) {
            row.text(text, label(numbered, room, numbers), role);
        } else if (numbers && room >= Integer.toString(numbered.number()).length()) {
            row.text(text, Integer.toString(numbered.number()), role);
        }
    }

    /** Draws the transition from the previous segment. Returns the first cell after it. */
    private int blend(Row row, Segment segment, int from, int end, Role role) {
        Duration length = segment.blend().map(Blend::duration).orElse(Duration.ZERO);
        if (length.isZero() || segment.start().plus(length).toMillis() <= scale.fromMs()) {
            return from;
        }
        int until =
                Math.min(end - 1, Math.max(from + 1, scale.cell(segment.start().plus(length))));
        for (int cell = from; cell < until; cell++) {
            row.put(cell, glyphs.blend(), role);
        }
        return until;
    }

    /** Returns the name, with as many marks and effects as fit; speed and level have priority over the name's end. */
    private String label(Lanes.Numbered numbered, int room, boolean numbers) {
        Segment segment = numbered.segment();
        String number = numbers ? Integer.toString(numbered.number()) : names.inBar(segment);
        String name = (number.isEmpty() ? "" : number + " ") + SegmentText.name(segment);
        StringBuilder marks = new StringBuilder();
        for (String mark : SegmentText.marks(segment)) {
            if (marks.length() + 1 + mark.length() + Math.min(LEAST_OF_NAME, Columns.width(name)) <= room) {
                marks.append(' ').append(mark);
            }
        }
        int own = room - marks.length();
        addEffects(segment, marks, own - Columns.width(name));
        return shortened(name, own) + marks + (own > Columns.width(name) ? " " : "");
    }

    private static void addEffects(Segment segment, StringBuilder marks, int room) {
        String all = SegmentText.effectNames(segment);
        String count = ProgramMessages.text("segment.effects", segment.effects().size());
        if (!all.isEmpty() && all.length() < room) {
            marks.append(' ').append(all);
        } else if (!all.isEmpty() && count.length() < room) {
            marks.append(' ').append(count);
        }
    }

    /** Shortens a name: in little room to its beginning, otherwise in its middle. */
    private String shortened(String name, int room) {
        return room < LEAST_OF_NAME ? Columns.start(name, room) : Columns.fit(name, room, theme.ellipsis());
    }
}
