package io.retake.engine.render.graph;

import io.retake.engine.filter.Filter;
import io.retake.engine.filter.FilterNumbers;
import io.retake.engine.filter.OpenChain;
import io.retake.engine.media.AudioInfo;
import io.retake.engine.render.timeline.FrameClock;
import java.util.ArrayList;
import java.util.List;

/** Filters of sound: stereo, floating point, 48,000 samples a second, each sample counted. */
final class SoundFilters {
    /** Holes in a recording become silence, and a late start too: otherwise all that follows comes early. */
    static final Filter RESAMPLED = Filter.of("aresample", FrameClock.SAMPLE_RATE)
            .with("async", 1)
            .with("first_pts", 0)
            .with("min_hard_comp", "0.03");

    /**
     * The silence that {@code adelay} and {@code apad} make has no time where they have not got a frame yet: {@code atrim}
     * then drops all that follows, and {@code concat} fails with "Invalid data found". The sound is without a gap there,
     * so its samples are counted.
     */
    static final Filter COUNTED = Filter.of("asetpts", "N");

    /** The format of every sound before it is cut. */
    static final Filter STEREO =
            Filter.of("aformat").with("sample_fmts", "fltp").with("channel_layouts", "stereo");

    /** Leaves the sound. */
    static final Filter UNCHANGED = Filter.of("anull");

    /** Holds peaks below full scale. */
    static final Filter LIMIT = Filter.of("alimiter")
            .with("level", "disabled")
            .with("limit", "0.95")
            .with("attack", 5)
            .with("release", 60)
            .with("latency", 1);

    private SoundFilters() {}

    /** Returns the filters that make stereo of a recording: mono is as loud in both ears; FFmpeg itself takes 3 dB off. */
    static List<Filter> stereo(List<AudioInfo> streams) {
        boolean mono = !streams.isEmpty() && streams.get(0).channels() == 1;
        return mono ? List.of(Filter.of("pan", "stereo|c0=c0|c1=c0"), STEREO) : List.of(STEREO);
    }

    /** Returns a source of silence. */
    static OpenChain silence(long samples) {
        return OpenChain.from()
                .then(
                        Filter.of("anullsrc").with("r", FrameClock.SAMPLE_RATE).with("cl", "stereo"),
                        STEREO,
                        Filter.of("atrim").with("end_sample", samples));
    }

    /** Returns the filter that adds up so many sounds. */
    static Filter mixed(int count) {
        return count <= 1
                ? UNCHANGED
                : Filter.of("amix").with("inputs", count).with("normalize", 0).with("duration", "longest");
    }

    /** Returns the filter that plays so many sounds one after the other. */
    static Filter joined(int count) {
        return count == 1
                ? UNCHANGED
                : Filter.of("concat").with("n", count).with("v", 0).with("a", 1);
    }

    /** Returns the filters that fade a sound of {@code count} samples in and out; 0 for no fade. */
    static List<Filter> fade(long in, long out, long count) {
        List<Filter> filters = new ArrayList<>();
        if (in > 0) {
            filters.add(afade("in").with("ss", 0).with("ns", in));
        }
        if (out > 0) {
            filters.add(afade("out").with("ss", count - out).with("ns", out));
        }
        return filters;
    }

    private static Filter afade(String type) {
        return Filter.of("afade").with("t", type);
    }

    /**
     * Returns the filters of a sound that another one follows or precedes in a transition. Two sounds that have nothing to
     * do with each other stay equally loud when their powers add up to one.
     */
    static List<Filter> soft(long softIn, long softOut, long in, long out, long count) {
        List<Filter> filters = new ArrayList<>();
        if (softIn > 0) {
            filters.add(afade("in").with("curve", "qsin").with("ss", 0).with("ns", Math.min(softIn, count)));
        }
        if (softOut > 0) {
            long tail = Math.min(softOut, count);
            filters.add(
                    afade("out").with("curve", "qsin").with("ss", count - tail).with("ns", tail));
        }
        filters.addAll(fade(softIn > 0 ? 0 : in, softOut > 0 ? 0 : out, count));
        return filters;
    }

    /** Returns the samples a second as which sound is played to get its pitch by a factor. */
    static int shiftedRate(double factor) {
        return (int) Math.round(FrameClock.SAMPLE_RATE * factor);
    }

    /** Returns the filters that play sound as if it had so many samples a second; none at its own rate. */
    static List<Filter> shifted(int rate) {
        return rate == FrameClock.SAMPLE_RATE
                ? List.of()
                : List.of(Filter.of("asetrate", rate), Filter.of("aresample", FrameClock.SAMPLE_RATE), COUNTED);
    }

    /**
     * Returns the filters that play sound at another speed; none at its own.
     *
     * <p>atempo keeps the pitch; beyond double speed it skips samples, so that is done in steps. It works in windows of
     * 2048 samples and lets what begins be heard up to a window early: 512 samples of silence before each step put the
     * middle of a sound where it belongs. All of it stands before the first, since of two that alternate with it nothing
     * is heard any more.
     */
    static List<Filter> tempo(double speed) {
        List<Filter> steps = new ArrayList<>();
        double rest = speed;
        double early = 0;
        double scale = 1;
        while (rest != 1) {
            double step = Math.max(0.5, Math.min(2, rest));
            steps.add(Filter.of("atempo", FilterNumbers.number(step)));
            early += 512 * scale;
            scale *= step;
            rest /= step;
        }
        if (!steps.isEmpty()) {
            steps.add(
                    0,
                    Filter.of("adelay").with("delays", Math.round(early) + "S").with("all", 1));
            steps.add(COUNTED);
        }
        return steps;
    }
}
