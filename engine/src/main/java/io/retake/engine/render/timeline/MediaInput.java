package io.retake.engine.render.timeline;

import io.retake.engine.filter.FilterNumbers;
import io.retake.engine.media.MediaKind;
import io.retake.engine.media.Rational;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One opened input: a medium, read once from front to back at one speed, for clips that use it in that order. Clips
 * that go back in the medium need a reel of their own: FFmpeg would otherwise keep their pictures in memory until they
 * are seen. Where that would be too many reels, as many pictures are kept as are few.
 */
public final class MediaInput {
    /** Read this much earlier than needed, so that the first picture is there whatever the rounding. */
    public static final Duration LEAD = Duration.ofMillis(500);

    private final Source source;
    private final double speed;
    private final boolean loops;
    private final List<Clip> clips = new ArrayList<>();
    private Duration start;
    private Duration end;
    private long frames;

    public MediaInput(Clip first) {
        source = first.source();
        speed = first.segment().speed();
        loops = first.segment().loops();
        start = first.isStill() || loops ? Duration.ZERO : lead(first).plus(first.skip());
        end = start;
        put(first);
    }

    /** Whether a clip can follow what is on it, with no more than that much of the medium read for nothing. */
    public boolean takes(Clip clip, Duration mostSkipped) {
        if (!isOf(clip)) {
            return false;
        }
        if (clip.isStill()) {
            return true;
        }
        Duration skipped = clip.in().minus(end);
        return isPacedAs(clip) && !skipped.isNegative() && skipped.compareTo(mostSkipped) <= 0;
    }

    /**
     * Whether a clip can go on it that lies before what is on it, or between: with no more than so many frames in all,
     * which may have to be kept until they are seen.
     */
    public boolean keeps(Clip clip, Duration mostSkipped, long mostFrames) {
        Duration skipped = start.minus(clip.in().plus(clip.reach()));
        return !clip.isStill()
                && isOf(clip)
                && isPacedAs(clip)
                && clip.in().compareTo(end) <= 0
                && skipped.compareTo(mostSkipped) <= 0
                && frames + clip.end() - clip.start() <= mostFrames;
    }

    private boolean isOf(Clip clip) {
        return clip.source().info().hash().equals(source.info().hash())
                && clip.segment().loops() == loops
                && clip.treatment().equals(clips.get(0).treatment());
    }

    private boolean isPacedAs(Clip clip) {
        return !loops && Double.compare(clip.segment().speed(), speed) == 0;
    }

    public void add(Clip clip) {
        if (!clip.isStill() && !loops && lead(clip).compareTo(start) < 0) {
            start = lead(clip);
        }
        put(clip);
    }

    private void put(Clip clip) {
        clips.add(clip);
        frames += clip.end() - clip.start();
        Duration reach = clip.in().plus(clip.reach());
        end = reach.compareTo(end) > 0 ? reach : end;
    }

    private Duration lead(Clip clip) {
        return aligned(clip.in().minus(LEAD));
    }

    public Duration end() {
        return end;
    }

    public Source source() {
        return source;
    }

    public double speed() {
        return source.info().kind() == MediaKind.IMAGE ? 1 : speed;
    }

    public List<Clip> clips() {
        return clips;
    }

    /** Seconds of timeline time from the reel's beginning to that place of the medium. */
    public double offset(Duration in) {
        return in.minus(start).toNanos() / 1e9 / speed();
    }

    /** Its last picture, in frames: a moment just before the end is nearer to the one after it. */
    public long lastFrame(FrameClock clock) {
        double end = offset(source.info().duration());
        return Math.max(0, (long) Math.ceil(end * clock.fps().value() - 0.01) - 1);
    }

    /** The number of its first frame, counted from the medium's beginning at the export's rate. */
    public long firstSlot(FrameClock clock) {
        return Math.round(start.toNanos() / 1e9 / speed() * clock.fps().value());
    }

    /** Options before -i. */
    public List<String> options(int threads) {
        List<String> options = new ArrayList<>(source.info().timing());
        if (threads > 0) {
            options.addAll(List.of("-threads", String.valueOf(threads)));
        }
        if (loops && source.info().kind() != MediaKind.IMAGE) {
            options.addAll(List.of("-stream_loop", "-1"));
        }
        if (!start.isZero()) {
            options.addAll(List.of("-ss", FilterNumbers.seconds(start)));
        }
        return options;
    }

    /** To the medium's own frame grid: frames then fall on the export's grid and not half-way between. */
    private Duration aligned(Duration wanted) {
        if (wanted.isNegative() || wanted.isZero()) {
            return Duration.ZERO;
        }
        Rational rate = source.info().video().map(v -> v.frameRate()).orElse(new Rational(100, 1));
        FrameClock clock = new FrameClock(rate);
        return clock.time(clock.frame(wanted));
    }
}
