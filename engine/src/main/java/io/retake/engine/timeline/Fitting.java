package io.retake.engine.timeline;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.edit.value.Times;
import java.time.Duration;
import java.util.List;

/**
 * Finds the factor on the speed of a selection with which it has a given length: clips keep their speeds relative to each
 * other, frozen frames and transitions their lengths.
 */
public final class Fitting {
    private static final double SLOWEST = 0.05;
    private static final double FASTEST = 100;
    /** Each try comes nearer by the share that transitions have of the whole; it is exact at once where there are none. */
    private static final int MOST_TRIES = 40;

    private final Draft draft;
    private final Selection chosen;
    private final List<Segment> paced;
    private final long wantedMs;
    private final long isMs;
    private final long frozenMs;

    /** @param wantedMs how long all that is selected shall be */
    public Fitting(Draft draft, Selection chosen, long wantedMs) {
        this.draft = draft;
        this.chosen = chosen;
        this.wantedMs = wantedMs;
        this.isMs = chosen.spans().stream().mapToLong(TimeRange::lengthMs).sum();
        List<Segment> clips = chosen.cut(SegmentIds.of(draft)).stream()
                .filter(ClipPiece::chosen)
                .map(ClipPiece::segment)
                .toList();
        this.paced = clips.stream().filter(clip -> !clip.frozen()).toList();
        this.frozenMs = clips.stream()
                .filter(Segment::frozen)
                .mapToLong(clip -> clip.duration().toMillis())
                .sum();
    }

    /** Returns whether it has that length already. */
    public boolean isSo() {
        return isMs == wantedMs;
    }

    /**
     * Returns the factor.
     *
     * @throws EditRejected if no speed within the limits gives that length to the millisecond
     */
    public double factor() {
        if (paced.isEmpty() || wantedMs <= frozenMs) {
            throw EditRejected.of("cut.fit-frozen", where(), length(frozenMs), length(wantedMs));
        }
        double factor = 1;
        for (int i = 0; i < MOST_TRIES; i++) {
            long length = lengthMs(factor);
            if (length == wantedMs) {
                return requireWithin(factor);
            }
            double moving = pacedMs() / factor + wantedMs - length;
            if (moving <= 0) {
                throw EditRejected.of("cut.fit-transitions", where(), length(wantedMs));
            }
            factor = pacedMs() / moving;
        }
        throw EditRejected.of("cut.fit-transitions", where(), length(wantedMs));
    }

    /** Returns how long the selection is at a factor: it alone changes the length of the timeline. */
    private long lengthMs(double factor) {
        long before = Timelines.lengthMs(draft);
        return isMs + new Retiming(draft, chosen, clip -> clip.speed() * factor).lengthMs() - before;
    }

    private double pacedMs() {
        return paced.stream().mapToLong(clip -> clip.duration().toMillis()).sum();
    }

    private double requireWithin(double factor) {
        double slowest = paced.stream().mapToDouble(Segment::speed).min().orElse(1);
        double fastest = paced.stream().mapToDouble(Segment::speed).max().orElse(1);
        boolean slow = slowest * factor < SLOWEST;
        if (slow || fastest * factor > FASTEST) {
            throw EditRejected.of(
                    "cut.fit-limit",
                    where(),
                    length(wantedMs),
                    Times.decimal(Math.round((slow ? slowest : fastest) * factor * 10_000) / 10_000.0),
                    length(frozenMs + (long) Math.ceil((isMs - frozenMs) * fastest / FASTEST)),
                    length(frozenMs + (long) Math.floor((isMs - frozenMs) * slowest / SLOWEST)));
        }
        return factor;
    }

    private String where() {
        return TimeRange.list(chosen.spans());
    }

    private static String length(long ms) {
        return Times.writeLength(Duration.ofMillis(ms));
    }
}
