package io.retake.repl.view.timeline;

import io.retake.core.draft.Draft;
import io.retake.core.draft.DraftDiff;
import io.retake.core.draft.DraftDiff.Added;
import io.retake.core.draft.DraftDiff.Changed;
import io.retake.core.draft.DraftDiff.Removed;
import io.retake.core.draft.DraftDiff.SegmentChange;
import io.retake.core.draft.Segment;
import io.retake.core.edit.value.Times;
import io.retake.repl.message.ProgramMessages;
import io.retake.repl.view.Columns;
import io.retake.repl.view.Role;
import io.retake.repl.view.Theme;
import io.retake.repl.view.Wrapped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists the differences between two versions of a timeline, one per line:
 *
 * <pre>
 * - 1 Video  0:05-0:14  beach.mp4
 * ~ 1 Video  0:00-0:04  intro.mp4: length 6 s → 4 s, speed 1x → 1.5x
 * ~ 1 Video  12 segments from 0:14 on start 9 s earlier
 * + 2 Music  0:00-0:21  song.mp3 35%
 * </pre>
 *
 * Immutable and thread-safe.
 */
public final class DiffView {
    private static final int LONGEST_NAME = 40;
    /** Indent of continuation lines, further in than the signs. */
    private static final int INDENT = 6;

    private final Theme theme;
    private final int columns;
    private final ChangeText changes;

    /** @param columns the width of the terminal */
    public DiffView(Theme theme, int columns) {
        this.theme = theme;
        this.columns = Math.max(20, columns);
        this.changes = new ChangeText(theme);
    }

    /** Returns the changes from {@code before} to {@code after}. */
    public List<String> lines(Draft before, Draft after) {
        DraftDiff diff = DraftDiff.between(before, after);
        if (diff.isEmpty()) {
            return List.of(ProgramMessages.text("diff.none"));
        }
        List<String> lines = new ArrayList<>();
        diff.whole().forEach(change -> lines.addAll(line('~', changes.of(change))));
        List<SegmentChange> segments = diff.segments();
        for (int i = 0; i < segments.size(); ) {
            int next = sameMove(segments, i);
            lines.addAll(next - i > 1 ? moved(after, segments, i, next) : line(before, after, segments.get(i)));
            i = next;
        }
        return lines;
    }

    /** Summarizes the changes: {@code 1 added, 2 removed, 12 moved}. */
    public static String summary(Draft before, Draft after) {
        DraftDiff diff = DraftDiff.between(before, after);
        int[] counts = new int[4];
        diff.segments().forEach(change -> counts[kind(change)]++);
        List<String> parts = new ArrayList<>();
        String[] keys = {"diff.added", "diff.removed", "diff.moved", "diff.changed"};
        for (int i = 0; i < keys.length; i++) {
            if (counts[i] > 0) {
                parts.add(ProgramMessages.text(keys[i], counts[i]));
            }
        }
        diff.whole().forEach(change -> parts.add(ChangeText.name(change.what())));
        return parts.isEmpty() ? ProgramMessages.text("diff.nothing") : String.join(", ", parts);
    }

    private static int kind(SegmentChange change) {
        return change instanceof Added ? 0 : change instanceof Removed ? 1 : ((Changed) change).isMove() ? 2 : 3;
    }

    /** Returns the end of the run of segments of one track that all moved by the same time; they share one line. */
    private static int sameMove(List<SegmentChange> segments, int from) {
        int end = from + 1;
        if (segments.get(from) instanceof Changed first && first.isMove()) {
            while (end < segments.size()
                    && segments.get(end) instanceof Changed next
                    && next.isMove()
                    && next.track() == first.track()
                    && next.shift().equals(first.shift())) {
                end++;
            }
        }
        return end;
    }

    private List<String> moved(Draft after, List<SegmentChange> segments, int from, int to) {
        Changed first = (Changed) segments.get(from);
        return line(
                '~',
                ProgramMessages.text(
                        "diff.segments-moved",
                        track(after, first.track()),
                        (to - from),
                        Times.write(first.before().start()),
                        ChangeText.shift(first.shift())));
    }

    private List<String> line(Draft before, Draft after, SegmentChange change) {
        String where = range(change) + "  " + name(change.segment());
        if (change instanceof Removed) {
            return line('-', track(before, change.track()) + "  " + where + marks(change));
        }
        String text = track(after, change.track()) + "  " + where;
        return change instanceof Changed changed
                ? line('~', text + ": " + changes.of(changed, before))
                : line('+', text + marks(change));
    }

    private String name(Segment segment) {
        return Columns.fit(SegmentText.name(segment), LONGEST_NAME, theme.ellipsis());
    }

    private static String marks(SegmentChange change) {
        List<String> marks = new ArrayList<>(SegmentText.marks(change.segment()));
        marks.addAll(change.segment().effects().stream().map(EffectText::full).toList());
        return marks.isEmpty() ? "" : ", " + String.join(", ", marks);
    }

    private static String range(SegmentChange change) {
        Duration from = change.segment().start();
        return Times.write(from) + "-" + Times.write(change.segment().end());
    }

    private static String track(Draft draft, int number) {
        return number + " " + TrackKind.of(draft.tracks().get(number - 1)).label();
    }

    private List<String> line(char sign, String text) {
        Role role = sign == '+' ? Role.ADDED : sign == '-' ? Role.REMOVED : Role.CHANGED;
        return Wrapped.lines(sign + " " + text, columns - 1, INDENT).stream()
                .map(line -> theme.paint(role, line))
                .toList();
    }
}
