package io.retake.engine.timeline;

import io.retake.core.draft.Segment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Music under the whole timeline: it plays on through cuts of the picture, starts over at its end, and ends with it. */
public final class Soundtrack {
    private Soundtrack() {}

    /**
     * The pieces of one music track (they differ in level) from the start to the end of the picture, each going on where
     * the one before stopped.
     */
    public static List<Segment> fitted(List<Segment> pieces, long lengthMs, List<Asset> media) {
        List<Segment> fitted = new ArrayList<>();
        long position = begin(pieces);
        for (int i = 0; i < pieces.size() && position < lengthMs; i++) {
            boolean last = i == pieces.size() - 1;
            long end = last ? lengthMs : Math.min(lengthMs, pieces.get(i).end().toMillis());
            if (end <= position) {
                continue;
            }
            fitted.add(placed(pieces.get(i), pieces.get(0), position, end, media));
            position = end;
        }
        return fitted;
    }

    /** Music begins with the film, unless it was moved to a later time. */
    private static long begin(List<Segment> pieces) {
        return !pieces.isEmpty() && pieces.get(0).late() ? pieces.get(0).start().toMillis() : 0;
    }

    private static Segment placed(Segment piece, Segment first, long startMs, long endMs, List<Asset> media) {
        long media1 = mediaMs(first, media);
        long begin = first.in().toMillis() - Math.round(first.start().toMillis() * first.speed());
        long in = begin + Math.round(startMs * first.speed());
        long wrapped = media1 > 0 ? Math.floorMod(in, media1) : Math.max(0, in);
        boolean loops = media1 > 0 && wrapped + (endMs - startMs) * first.speed() > media1;
        return piece.withIn(Duration.ofMillis(wrapped))
                .withStart(Duration.ofMillis(startMs))
                .withDuration(Duration.ofMillis(endMs - startMs))
                .withLoop(loops);
    }

    private static long mediaMs(Segment segment, List<Asset> media) {
        return media.stream()
                .filter(f -> segment.media().filter(f.hash()::equals).isPresent())
                .mapToLong(f -> f.duration().toMillis())
                .findFirst()
                .orElse(0);
    }
}
