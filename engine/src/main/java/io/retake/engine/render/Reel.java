package io.retake.engine.render;

import io.retake.engine.media.MediaKind;
import io.retake.engine.media.Rational;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One opened input: a medium, read once from front to back at one speed, for clips that use it in that order. Clips
 * that go back in the medium need a reel of their own: FFmpeg would otherwise keep every picture between in memory.
 */
final class Reel {
    /** Read this much earlier than needed, so that the first picture is there whatever the rounding. */
    private static final Duration LEAD = Duration.ofMillis(500);

    private final Source source;
    private final double speed;
    private final boolean loops;
    private final Duration start;
    private final List<Clip> clips = new ArrayList<>();
    private Duration end;

    Reel(Clip first) {
        source = first.source();
        speed = first.segment().speed();
        loops = first.segment().loops();
        start = first.isStill() || loops
                ? Duration.ZERO
                : aligned(first.in().minus(LEAD)).plus(first.skip());
        end = start;
        add(first);
    }

    /** Whether a clip can follow what is on it, with no more than that much of the medium read for nothing. */
    boolean takes(Clip clip, Duration mostSkipped) {
        if (!clip.source().info().hash().equals(source.info().hash())
                || clip.segment().loops() != loops
                || !clip.treatment().equals(clips.get(0).treatment())) {
            return false;
        }
        if (clip.isStill()) {
            return true;
        }
        if (loops || Double.compare(clip.segment().speed(), speed) != 0) {
            return false;
        }
        Duration skipped = clip.in().minus(end);
        return !skipped.isNegative() && skipped.compareTo(mostSkipped) <= 0;
    }

    void add(Clip clip) {
        clips.add(clip);
        Duration reach = clip.in().plus(clip.reach());
        end = reach.compareTo(end) > 0 ? reach : end;
    }

    Duration end() {
        return end;
    }

    Source source() {
        return source;
    }

    double speed() {
        return source.info().kind() == MediaKind.IMAGE ? 1 : speed;
    }

    List<Clip> clips() {
        return clips;
    }

    /** Seconds of timeline time from the reel's beginning to that place of the medium. */
    double offset(Duration in) {
        return in.minus(start).toNanos() / 1e9 / speed();
    }

    /** The number of its first frame, counted from the medium's beginning at the export's rate. */
    long firstSlot(Clock clock) {
        return Math.round(start.toNanos() / 1e9 / speed() * clock.fps().value());
    }

    /** Options before -i. */
    List<String> options(int threads) {
        List<String> options = new ArrayList<>(source.info().timing());
        if (threads > 0) {
            options.addAll(List.of("-threads", String.valueOf(threads)));
        }
        if (loops && source.info().kind() != MediaKind.IMAGE) {
            options.addAll(List.of("-stream_loop", "-1"));
        }
        if (!start.isZero()) {
            options.addAll(List.of("-ss", Text.seconds(start)));
        }
        return options;
    }

    /** To the medium's own frame grid: frames then fall on the export's grid and not half-way between. */
    private Duration aligned(Duration wanted) {
        if (wanted.isNegative() || wanted.isZero()) {
            return Duration.ZERO;
        }
        Rational rate = source.info().video().map(v -> v.frameRate()).orElse(new Rational(100, 1));
        Clock clock = new Clock(rate);
        return clock.time(clock.frame(wanted));
    }
}
