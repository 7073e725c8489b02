package io.retake.engine.timeline;

import io.retake.core.draft.Effect;
import io.retake.core.draft.Segment;
import io.retake.engine.effect.EffectList;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Cuts segments where spans begin and end, so that an edit can change only the inside. */
public final class SegmentSplitter {
    private SegmentSplitter() {}

    /** Cuts segments at every edge of a span that falls inside one; material and places stay. */
    public static List<Segment> cut(List<Segment> segments, List<TimeRange> spans, SegmentIds ids) {
        return flat(cut(segments, edges(spans), ids));
    }

    /** Cuts clips as {@link #cut}, and returns the pieces of each. */
    static List<List<Segment>> cutEach(List<Segment> clips, List<TimeRange> spans, SegmentIds ids) {
        return cut(clips, edges(spans), ids);
    }

    private static long[] edges(List<TimeRange> spans) {
        return spans.stream()
                .flatMapToLong(s -> LongStream.of(s.startMs(), s.endMs()))
                .sorted()
                .distinct()
                .toArray();
    }

    /** Cuts segments at each of these times that falls inside one and in no transition. */
    public static List<ClipPiece> cutAtAll(List<Segment> segments, Collection<Long> edges, SegmentIds ids) {
        List<TimeRange> joins = Joins.spans(segments).stream()
                .filter(join -> join.lengthMs() > 0)
                .toList();
        long[] free = edges.stream()
                .filter(edge -> !isInside(edge, joins))
                .mapToLong(Long::longValue)
                .sorted()
                .distinct()
                .toArray();
        List<List<Segment>> parts = cut(segments, free, ids);
        return IntStream.range(0, parts.size())
                .boxed()
                .flatMap(clip -> parts.get(clip).stream().map(part -> new ClipPiece(part, clip, -1)))
                .toList();
    }

    /** Cuts segments at a time; a transition under way there becomes a cut. */
    public static List<Segment> cutAt(List<Segment> segments, long atMs, SegmentIds ids) {
        return flat(cut(segments, new long[] {atMs}, ids));
    }

    private static List<Segment> flat(List<List<Segment>> pieces) {
        return pieces.stream().flatMap(List::stream).toList();
    }

    private static List<List<Segment>> cut(List<Segment> segments, long[] edges, SegmentIds ids) {
        List<List<Segment>> pieces = new ArrayList<>(segments.size());
        List<Segment> opened = Joins.opened(segments, edges);
        for (int i = 0; i < opened.size(); i++) {
            // The start of the next clip is no cut of the one that is still going out under it.
            long start = opened.get(i).start().toMillis();
            long next = i + 1 < opened.size() ? opened.get(i + 1).start().toMillis() : Long.MAX_VALUE;
            long end = Math.min(opened.get(i).end().toMillis(), next > start ? next : Long.MAX_VALUE);
            List<Segment> parts = new ArrayList<>();
            cut(opened.get(i), end, edges, ids, parts);
            pieces.add(parts);
        }
        return pieces;
    }

    private static void cut(Segment segment, long endMs, long[] edges, SegmentIds ids, List<Segment> pieces) {
        Segment rest = segment;
        int found = Arrays.binarySearch(edges, segment.start().toMillis() + 1);
        for (int i = found < 0 ? -found - 1 : found; i < edges.length; i++) {
            if (edges[i] >= endMs) {
                break;
            }
            pieces.add(before(rest, edges[i]));
            rest = after(rest, edges[i], ids.next());
        }
        pieces.add(rest);
    }

    /** Returns the part before a time on the timeline. */
    static Segment before(Segment segment, long atMs) {
        long played = atMs - segment.start().toMillis();
        long in = segment.in().toMillis()
                + (isReversed(segment) ? sourceMs(segment, segment.duration().toMillis() - played) : 0);
        Segment left = segment.withIn(Duration.ofMillis(in)).withDuration(Duration.ofMillis(played));
        return halved(left, segment, atMs, true);
    }

    /** Returns the part from a time on the timeline. */
    static Segment after(Segment segment, long atMs, String id) {
        long played = atMs - segment.start().toMillis();
        long in = segment.in().toMillis() + (isReversed(segment) ? 0 : sourceMs(segment, played));
        Segment right = segment.withId(id)
                .withIn(Duration.ofMillis(in))
                .withDuration(segment.duration().minusMillis(played))
                .withStart(Duration.ofMillis(atMs));
        return halved(right.blend().isPresent() ? right.withBlend(Optional.empty()) : right, segment, atMs, false);
    }

    public static boolean isReversed(Segment segment) {
        return Effect.ReverseFx.isOn(segment.effects());
    }

    /** Returns how much of its medium a segment plays in that time; both in ms. */
    public static long sourceMs(Segment segment, long ms) {
        return segment.frozen() ? 0 : Math.round(ms * segment.speed());
    }

    /** Keeps effects that belong to one end of a clip, such as fades, with the half that has that end. */
    private static Segment halved(Segment half, Segment whole, long atMs, boolean left) {
        List<Effect> effects = half.effects();
        if (effects.isEmpty()) {
            return half;
        }
        double share = (double) (atMs - whole.start().toMillis())
                / Math.max(1, whole.duration().toMillis());
        List<Effect> next = EffectList.part(effects, share, left);
        return half.withEffects(EffectList.within(next, half.duration()));
    }

    /** Changes the segments that begin inside a span; spans are in order and don't overlap. */
    public static List<Segment> inside(List<Segment> pieces, List<TimeRange> spans, UnaryOperator<Segment> change) {
        return pieces.stream()
                .map(s -> isInside(s, spans) ? change.apply(s) : s)
                .toList();
    }

    static boolean isInside(Segment piece, List<TimeRange> spans) {
        return insideOf(piece, spans) >= 0;
    }

    /** Returns which of the spans, counted from 0, a piece begins in; -1 for none. */
    static int insideOf(Segment piece, List<TimeRange> spans) {
        return insideOf(piece.start().toMillis(), spans);
    }

    private static boolean isInside(long start, List<TimeRange> spans) {
        return insideOf(start, spans) >= 0;
    }

    private static int insideOf(long start, List<TimeRange> spans) {
        int low = 0;
        int high = spans.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            TimeRange span = spans.get(middle);
            if (span.covers(start)) {
                return middle;
            }
            if (span.startMs() > start) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return -1;
    }
}
