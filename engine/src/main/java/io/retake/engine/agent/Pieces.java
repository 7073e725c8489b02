package io.retake.engine.agent;

import io.retake.core.draft.Effect;
import io.retake.core.draft.Segment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/** Cuts segments where spans begin and end, so that something can be done to just what is inside. */
final class Pieces {
    private Pieces() {}

    /** The same material in the same places, with a cut at every edge of a span that falls inside a segment. */
    static List<Segment> cut(List<Segment> segments, List<Span> spans, Ids ids) {
        long[] edges = spans.stream()
                .flatMapToLong(s -> LongStream.of(s.startMs(), s.endMs()))
                .sorted()
                .distinct()
                .toArray();
        List<Segment> pieces = new ArrayList<>(segments.size() + edges.length);
        for (Segment segment : segments) {
            cut(segment, edges, ids, pieces);
        }
        return pieces;
    }

    private static void cut(Segment segment, long[] edges, Ids ids, List<Segment> pieces) {
        Segment rest = segment;
        int found = Arrays.binarySearch(edges, segment.start().toMillis() + 1);
        for (int i = found < 0 ? -found - 1 : found; i < edges.length; i++) {
            if (edges[i] >= segment.end().toMillis()) {
                break;
            }
            pieces.add(before(rest, edges[i]));
            rest = after(rest, edges[i], ids.next());
        }
        pieces.add(rest);
    }

    private static Segment before(Segment segment, long atMs) {
        Segment left = segment.withDuration(Duration.ofMillis(atMs).minus(segment.start()));
        return faded(left, f -> new Effect.Fade(f.in(), Duration.ZERO));
    }

    private static Segment after(Segment segment, long atMs, String id) {
        long played = atMs - segment.start().toMillis();
        Segment right = segment.withId(id)
                .withIn(segment.in().plusMillis(Math.round(played * segment.speed())))
                .withDuration(segment.duration().minusMillis(played))
                .withStart(Duration.ofMillis(atMs));
        return faded(right, f -> new Effect.Fade(Duration.ZERO, f.out()));
    }

    private static Segment faded(Segment segment, UnaryOperator<Effect.Fade> half) {
        List<Effect> effects = segment.effects();
        if (effects.isEmpty()) {
            return segment;
        }
        List<Effect> next = effects.stream()
                .map(e -> e instanceof Effect.Fade fade ? half.apply(fade) : e)
                .toList();
        return segment.withEffects(Fades.clamped(next, segment.duration().toMillis()));
    }

    /** Changes the segments that begin inside a span; spans are in order and don't overlap. */
    static List<Segment> inside(List<Segment> pieces, List<Span> spans, UnaryOperator<Segment> change) {
        return pieces.stream()
                .map(s -> isInside(s, spans) ? change.apply(s) : s)
                .toList();
    }

    static boolean isInside(Segment piece, List<Span> spans) {
        long start = piece.start().toMillis();
        int low = 0;
        int high = spans.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Span span = spans.get(middle);
            if (span.covers(start)) {
                return true;
            }
            if (span.startMs() > start) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return false;
    }
}
