package io.retake.engine.edit;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.engine.measure.Cut;
import io.retake.engine.timeline.ClipPiece;
import io.retake.engine.timeline.SegmentIds;
import io.retake.engine.timeline.SegmentSplitter;
import io.retake.engine.timeline.Timelines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Cuts the timeline where the footage cuts, and numbers what lies between. A jump cut ends no scene, and neither does a
 * cut that editing made inside a shot; footage that starts over does.
 */
final class SceneFinder {
    /** Times are rounded to ms on the way from frames: less than half a frame at 60 fps is the same place. */
    private static final long SAME_MS = 8;

    private final Draft draft;
    private final Measurements measurements;
    private final Map<String, long[]> cuts = new HashMap<>();

    SceneFinder(Draft draft, Measurements measurements) {
        this.draft = draft;
        this.measurements = measurements;
    }

    /** Returns the clips, cut and numbered. */
    List<Segment> clips() {
        List<Segment> clips = Timelines.video(draft).segments();
        SortedSet<Long> edges = new TreeSet<>();
        clips.stream().filter(clip -> !clip.frozen()).forEach(clip -> edges(clip, edges));
        return numbered(SegmentSplitter.cutAtAll(clips, edges, SegmentIds.of(draft)).stream()
                .map(ClipPiece::segment)
                .toList());
    }

    private void edges(Segment clip, SortedSet<Long> edges) {
        long in = clip.in().toMillis();
        long out = out(clip);
        for (long cut : cuts(clip)) {
            if (cut > in + SAME_MS && cut < out - SAME_MS) {
                double played = (SegmentSplitter.isReversed(clip) ? out - cut : cut - in) / clip.speed();
                edges.add(clip.start().toMillis() + Math.round(played));
            }
        }
    }

    private List<Segment> numbered(List<Segment> pieces) {
        List<Segment> next = new ArrayList<>();
        int number = 0;
        for (int i = 0; i < pieces.size(); i++) {
            Segment piece = pieces.get(i);
            number += i > 0 && goesOn(pieces.get(i - 1), piece) ? 0 : 1;
            next.add(piece.scene().orElse(0) == number ? piece : piece.withScene(number));
        }
        return next;
    }

    /** Returns whether a piece continues the shot before it. */
    private boolean goesOn(Segment before, Segment piece) {
        boolean back = SegmentSplitter.isReversed(piece);
        if (!before.media().equals(piece.media())
                || back != SegmentSplitter.isReversed(before)
                || shot(before) != shot(piece)) {
            return false;
        }
        return back
                ? out(piece) <= before.in().toMillis() + SAME_MS
                : piece.in().toMillis() >= out(before) - SAME_MS;
    }

    /** Returns the index of the shot, in its medium, that a piece lies in. */
    private int shot(Segment piece) {
        long in = piece.in().toMillis() + SAME_MS;
        int shot = 0;
        for (long cut : cuts(piece)) {
            shot += cut <= in ? 1 : 0;
        }
        return shot;
    }

    private static long out(Segment clip) {
        return clip.in().toMillis()
                + SegmentSplitter.sourceMs(clip, clip.duration().toMillis());
    }

    private long[] cuts(Segment clip) {
        return cuts.computeIfAbsent(
                clip.media().orElse(""),
                hash -> measurements.cuts(hash).stream()
                        .filter(cut -> !cut.insideShot())
                        .mapToLong((Cut cut) -> cut.at().toMillis())
                        .toArray());
    }
}
