package io.retake.core.draft;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A part of a timeline as a timeline of its own, for previews: material outside it need not be read. Transitions that
 * it cuts through become cuts, fades that it cuts off are dropped, and loudness is not normalized, because that is
 * measured over the whole.
 */
public final class Excerpt {
    private Excerpt() {}

    /**
     * Returns the part between two times, starting at 0. Omits tracks without segments there.
     *
     * @throws IllegalArgumentException when it would be empty
     */
    public static Draft of(Draft draft, Duration from, Duration to) {
        if (from.isNegative() || to.compareTo(from) <= 0) {
            throw new IllegalArgumentException("an excerpt ends after it begins");
        }
        List<Track> tracks = new ArrayList<>();
        for (Track track : draft.tracks()) {
            List<Segment> segments = new ArrayList<>();
            track.segments().forEach(segment -> cut(segment, from, to).ifPresent(segments::add));
            if (!segments.isEmpty()) {
                tracks.add(track.withSegments(segments));
            }
        }
        boolean early = !from.isZero();
        boolean late = to.compareTo(draft.duration()) < 0;
        List<Effect> effects = cutOff(draft.effects(), early, late).stream()
                .filter(effect -> !(effect instanceof Effect.LoudnessFx))
                .toList();
        return draft.withTracks(tracks).withEffects(effects);
    }

    private static Optional<Segment> cut(Segment segment, Duration from, Duration to) {
        Duration begin = segment.start().compareTo(from) > 0 ? segment.start() : from;
        Duration end = segment.end().compareTo(to) < 0 ? segment.end() : to;
        if (end.compareTo(begin) <= 0) {
            return Optional.empty();
        }
        boolean early = begin.compareTo(segment.start()) > 0;
        boolean late = end.compareTo(segment.end()) < 0;
        Segment part = segment.withStart(begin.minus(from))
                .withDuration(end.minus(begin))
                .withEffects(cutOff(segment.effects(), early, late));
        if (early) {
            part = part.withBlend(Optional.empty());
        }
        boolean plays = segment.media().isPresent() && !segment.frozen();
        return Optional.of((early || late) && plays ? part.withIn(in(segment, begin, end)) : part);
    }

    private static List<Effect> cutOff(List<Effect> effects, boolean head, boolean tail) {
        return effects.stream().map(effect -> effect.cutOff(head, tail)).toList();
    }

    /** Returns the in point of the part; measured from the other end when the segment plays backwards. */
    private static Duration in(Segment segment, Duration begin, Duration end) {
        boolean backwards = Effect.ReverseFx.isOn(segment.effects());
        Duration left = backwards ? segment.end().minus(end) : begin.minus(segment.start());
        return segment.in().plusMillis(Math.round(left.toMillis() * segment.speed()));
    }
}
