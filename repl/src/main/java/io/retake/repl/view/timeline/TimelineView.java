package io.retake.repl.view.timeline;

import io.retake.core.draft.Canvas;
import io.retake.core.draft.Draft;
import io.retake.core.draft.Track;
import io.retake.core.edit.value.Times;
import io.retake.repl.message.ProgramMessages;
import io.retake.repl.view.Columns;
import io.retake.repl.view.OneLine;
import io.retake.repl.view.Role;
import io.retake.repl.view.Theme;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Draws the timeline as bars to scale below a ruler:
 *
 * <pre>
 *          ╷0:00       ╷0:05       ╷0:10
 * 1 Video  ├1 intro.mp4 ──┤├2 beach.mp4 1.5x ┤
 * 2 Music  ├song.mp3 35% duck ───────────────┤
 * </pre>
 *
 * No line is longer than the columns less one: after the last column, some terminals wrap. Immutable and thread-safe.
 */
public final class TimelineView {
    private static final int LEAST = 20;
    private final Theme theme;
    private final int columns;

    /** @param columns the width of the terminal; fewer than 20 count as 20 */
    public TimelineView(Theme theme, int columns) {
        this.theme = theme;
        this.columns = Math.max(LEAST, columns);
    }

    /** Draws the whole timeline. */
    public List<String> lines(Draft draft) {
        return lines(draft, Window.whole(draft));
    }

    /** Draws the part of the timeline in the window. */
    public List<String> lines(Draft draft, Window window) {
        List<String> lines = new ArrayList<>(heading(draft, window));
        if (!draft.ready()) {
            lines.add(fit(ProgramMessages.text("timeline.empty-view")));
            return lines;
        }
        int margin = margin(draft);
        Scale scale = Scale.of(window, columns - 1 - margin);
        lines.add(" ".repeat(margin) + Ruler.of(scale, Glyphs.of(theme).tick()).line(theme));
        ObjectNames names = ObjectNames.of(draft);
        Bars bars = new Bars(theme, scale, names);
        boolean numbered = false;
        for (int i = 0; i < draft.tracks().size(); i++) {
            Track track = draft.tracks().get(i);
            TrackKind kind = TrackKind.of(track);
            // Scripts number the clips of the first video track: clip(2).
            boolean numbers = kind == TrackKind.VIDEO && !numbered;
            numbered |= numbers;
            String name = name(i, kind);
            for (List<Lanes.Numbered> lane : Lanes.of(track, scale)) {
                lines.add((Columns.fill(name, margin)
                                + bars.row(lane, kind.role(), numbers).line(theme))
                        .stripTrailing());
                name = "";
            }
        }
        names.transitions(scale).ifPresent(transitions -> lines.add(theme.paint(Role.ASIDE, fit(transitions))));
        return lines;
    }

    private static int margin(Draft draft) {
        int widest = 0;
        for (int i = 0; i < draft.tracks().size(); i++) {
            widest = Math.max(
                    widest, Columns.width(name(i, TrackKind.of(draft.tracks().get(i)))));
        }
        return widest + 1;
    }

    private static String name(int index, TrackKind kind) {
        return (index + 1) + " " + kind.label();
    }

    private List<String> heading(Draft draft, Window window) {
        List<String> lines = new ArrayList<>();
        String title = Columns.fit(
                OneLine.of(draft.title().orElse(ProgramMessages.text("timeline.untitled"))),
                columns / 2,
                theme.ellipsis());
        String facts = facts(draft, window);
        int room = columns - 1 - Columns.width(title) - 2;
        if (Columns.width(facts) <= room) {
            lines.add(theme.paint(Role.EMPHASIS, title) + "  " + theme.paint(Role.ASIDE, facts));
        } else {
            lines.add(theme.paint(Role.EMPHASIS, title));
            lines.add(theme.paint(Role.ASIDE, fit(facts)));
        }
        if (!draft.effects().isEmpty()) {
            String effects = draft.effects().stream().map(EffectText::full).collect(Collectors.joining(", "));
            lines.add(theme.paint(Role.ASIDE, fit(ProgramMessages.text("effect.global", effects))));
        }
        return lines;
    }

    private static String facts(Draft draft, Window window) {
        List<String> facts = new ArrayList<>();
        facts.add(Times.write(draft.duration()));
        draft.canvas().map(TimelineView::canvas).ifPresent(facts::add);
        draft.fps()
                .map(fps -> BigDecimal.valueOf(fps)
                                .setScale(3, RoundingMode.HALF_UP)
                                .stripTrailingZeros()
                                .toPlainString()
                        + " fps")
                .ifPresent(facts::add);
        int segments =
                draft.tracks().stream().mapToInt(t -> t.segments().size()).sum();
        facts.add(
                segments == 1
                        ? ProgramMessages.text("timeline.one-segment")
                        : ProgramMessages.text("timeline.segments", segments));
        if (!window.equals(Window.whole(draft))) {
            facts.add(ProgramMessages.text("timeline.shown", Times.write(window.from()), Times.write(window.to())));
        }
        return String.join("  ", facts);
    }

    static String canvas(Canvas canvas) {
        return canvas.width() + "x" + canvas.height();
    }

    private String fit(String text) {
        return Columns.fit(text, columns - 1, theme.ellipsis());
    }
}
