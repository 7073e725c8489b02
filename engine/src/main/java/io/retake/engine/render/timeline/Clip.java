package io.retake.engine.render.timeline;

import io.retake.core.draft.Effect;
import io.retake.core.draft.Segment;
import io.retake.engine.effect.EffectList;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A media segment with its medium, on the frame grid of the export.
 *
 * @param start the frame on the timeline where it begins
 * @param end the frame after its last
 * @param effects its own, after those of the whole timeline that every clip gets
 * @param delay silence before its sound, for sound that is moved to later than its medium has it
 * @param skip how much after its beginning, in the medium's time, is not shown and need not be read
 */
public record Clip(
        Segment segment, Source source, long start, long end, List<Effect> effects, Duration delay, Duration skip) {
    /** The tolerance, in frames, within which a number counts as whole; see {@link #skipping}. */
    private static final double WHOLE = 1e-6;
    /** The most frames to read and drop so that no frame is shown too early or too late. */
    private static final int MOST_READ_FOR_NOTHING = 240;

    Clip(Segment segment, Source source, long start, long end, List<Effect> effects, Duration delay) {
        this(segment, source, start, end, effects, delay, Duration.ZERO);
    }

    Clip(Segment segment, Source source, long start, long end) {
        this(segment, source, start, end, segment.effects(), Duration.ZERO);
    }

    /**
     * Returns a copy of which only the part after so many frames is shown. As many of them are skipped as make a whole
     * number of the medium's own frames, so that the same ones fall on the export's frames as without. The first
     * {@link MediaInput#LEAD} of the medium is read in any case: a place right after it has no lead of its own.
     */
    Clip skipping(long frames, FrameClock clock) {
        if (isStill() || isBackwards() || segment.frozen() || segment.loops()) {
            return this;
        }
        double own = source.info()
                .video()
                .map(video -> video.frameRate().value()
                        * segment.speed()
                        / clock.fps().value())
                .orElse(0.0);
        long skipped = Math.max(0, frames - lead(clock));
        long least = Math.max(0, skipped - MOST_READ_FOR_NOTHING);
        while (skipped > least && Math.abs(skipped * own - Math.rint(skipped * own)) > WHOLE) {
            skipped--;
        }
        Duration skip = Duration.ofNanos(Math.round(clock.seconds(skipped) * segment.speed() * 1e9));
        return new Clip(segment, source, start, end, effects, delay, skip);
    }

    /** How many frames after its beginning have to be read for a lead that is not there before its beginning. */
    private long lead(FrameClock clock) {
        Duration missing = MediaInput.LEAD.minus(in());
        return missing.isNegative()
                ? 0
                : (long) Math.ceil(
                        missing.toNanos() / 1e9 / segment.speed() * clock.fps().value());
    }

    public boolean isStill() {
        return source.info().kind() == io.retake.engine.media.MediaKind.IMAGE;
    }

    public boolean hasPicture() {
        return source.info().video().isPresent();
    }

    public boolean isHeard() {
        return source.info().hasSound() && segment.gain() > 0 && !segment.frozen();
    }

    /** Returns whether it plays backwards. */
    public boolean isBackwards() {
        return !segment.frozen() && !isStill() && Effect.ReverseFx.isOn(effects);
    }

    /** The in point in its medium; never past the last picture, which is then held. */
    public Duration in() {
        if (isStill()) {
            return Duration.ZERO;
        }
        Duration last = source.info().duration().minusMillis(1);
        return segment.loops() || segment.in().compareTo(last) < 0 ? segment.in() : last;
    }

    /** The length that it uses of its medium, in the medium's time. */
    Duration reach() {
        return segment.frozen()
                ? Duration.ZERO
                : Duration.ofNanos((long) (segment.duration().toNanos() * segment.speed()));
    }

    /** The effects that clips must share to be read together: they are applied before the clips are cut apart. */
    List<Effect> treatment() {
        return EffectList.beforeCuts(effects);
    }

    /** Returns the shift of its sound against its picture. */
    public Optional<Effect.SyncFx> sync() {
        return EffectList.last(effects, Effect.SyncFx.class);
    }

    /** Returns the time in its medium, in ms, of its first visible picture. */
    private double shown(FrameClock clock) {
        if (sync().isEmpty()) {
            return in().toNanos() / 1e6;
        }
        Duration paced = Duration.ofNanos(Math.round(in().toNanos() / segment.speed()));
        return clock.seconds(clock.frame(paced)) * 1000 * segment.speed();
    }

    /**
     * Itself, or where its sound doesn't run along with its picture a clip of its own for the sound: an input that gave
     * both would keep all pictures between in memory.
     */
    Clip sound(FrameClock clock) {
        Optional<Effect.SyncFx> sync = sync();
        if (sync.isEmpty() && !isBackwards()) {
            return this;
        }
        double stretch = sync.map(Effect.SyncFx::stretch).orElse(1.0);
        long later = sync.map(s -> s.offset().later().toMillis()).orElse(0L);
        double from = (shown(clock) - later) / stretch;
        double speed = segment.speed() / stretch;
        long silent = from < 0 ? Math.round(-from / speed) : 0;
        return new Clip(
                segment.withIn(Duration.ofMillis(Math.max(0, Math.round(from)))).withSpeed(speed),
                source,
                start,
                end,
                effects,
                Duration.ofMillis(silent));
    }
}
