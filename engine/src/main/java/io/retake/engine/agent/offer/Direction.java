package io.retake.engine.agent.offer;

import io.retake.core.edit.Edit;
import io.retake.core.edit.arrange.Length;
import io.retake.core.edit.arrange.Speed;
import io.retake.core.edit.picture.Color;
import io.retake.core.edit.picture.Fade;
import io.retake.core.edit.sound.FadeAudio;
import io.retake.core.edit.sound.Pitch;
import io.retake.core.edit.sound.Volume;
import io.retake.core.edit.value.Change;
import io.retake.core.edit.value.Target;
import io.retake.nlu.Saying;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Which way an edit goes, and which way the words go: "slow down to 2x" goes both ways, so nobody knows what it asks
 * for.
 *
 * @param up the categories of words that raise
 * @param down the categories of words that lower
 */
record Direction(Set<String> up, Set<String> down) {
    /** A length that is added or taken away; an edit of the length has the length that is left. */
    static final String BY = "_change.by";
    /** Marks too much of something: "too dark" asks for light. */
    static final String TOO = "_too";
    /** As much as there is, whatever that is. */
    static final String MOST = "_most";
    /** Edits that go one way or the other. */
    static final Set<Class<? extends Edit>> EDITS = Set.of(Color.class, Speed.class, Volume.class, Pitch.class);

    private static final Direction SPEED = new Direction(
            Set.of("faster", "fast", "too.slow", "slow.complaint", "up", "more"),
            Set.of("slower", "slow", "slow.motion", "too.fast", "down", "less"));
    private static final Direction LEVEL = new Direction(
            Set.of("louder", "too.quiet", "up", "more", "plus"),
            Set.of("quieter", "too.loud", "half.it", "down", "less", "minus"));
    private static final Direction BRIGHTNESS = new Direction(
            Set.of("brighter", "too.dark", "dark.complaint", "up", "more", "plus"),
            Set.of("darker", "too.bright", "down", "less", "minus"));
    private static final Direction CONTRAST = new Direction(
            Set.of("flat.complaint", "up", "more", "plus"), Set.of("too.contrast", "down", "less", "minus"));
    private static final Direction SATURATION = new Direction(
            Set.of("saturated", "washed.out", "up", "more", "plus"),
            Set.of("desaturated", "too.colorful", "down", "less", "minus"));
    private static final Direction WARMTH = new Direction(
            Set.of("warmer", "toward.warm", "too.cold", "up", "more", "plus"),
            Set.of("cooler", "too.warm", "down", "less", "minus"));
    private static final Direction PITCH =
            new Direction(Set.of("higher.voice", "up", "more"), Set.of("deeper.voice", "down", "less"));
    private static final Direction FADE = new Direction(Set.of("begin.word", "in.word"), Set.of("end.word", "at.end"));

    /**
     * Returns whether an edit goes the other way than the words.
     *
     * @param said what the words can say
     * @param gain the gain of a target's sound
     */
    static boolean isOpposed(Edit edit, List<Saying> said, ToDoubleFunction<Target> gain) {
        if (edit instanceof Color color) {
            return BRIGHTNESS.isOpposed(color.brightness(), said)
                    || CONTRAST.isOpposed(color.contrast(), said)
                    || SATURATION.isOpposed(color.saturation(), said)
                    || WARMTH.isOpposed(color.temperature(), said);
        }
        if (edit instanceof Speed speed) {
            return SPEED.isOpposed(speed.factor().map(f -> f.value() - 1).orElse(0.0), said);
        }
        if (edit instanceof Volume volume) {
            return LEVEL.isOpposed(volume.level().gain() - gain.applyAsDouble(volume.on()), said);
        }
        if (edit instanceof Fade fade) {
            return FADE.isOpposed(side(fade.in(), fade.out()), said);
        }
        if (edit instanceof FadeAudio fade) {
            return FADE.isOpposed(side(fade.in(), fade.out()), said);
        }
        if (edit instanceof Pitch pitch) {
            return PITCH.isOpposed(pitch.semitones().count(), said);
        }
        return edit instanceof Length
                && said.stream().anyMatch(s -> s.category().equals(BY));
    }

    /** Returns 1 for the beginning, -1 for the end, 0 for both. */
    private static double side(Duration in, Duration out) {
        return Boolean.compare(!in.isZero(), !out.isZero());
    }

    private boolean isOpposed(Change change, List<Saying> said) {
        return isOpposed(change.percent(), said);
    }

    private boolean isOpposed(double change, List<Saying> said) {
        List<Saying> ways = said.stream()
                .filter(s -> up.contains(s.category()) || down.contains(s.category()))
                .toList();
        List<Saying> whole = ways.stream() // the "dark" of "too dark" says nothing by itself
                .filter(s -> ways.stream().noneMatch(s::isWithin))
                .toList();
        boolean raises = whole.stream().anyMatch(s -> (isTooMuch(s, said) ? down : up).contains(s.category()));
        boolean lowers = whole.stream().anyMatch(s -> (isTooMuch(s, said) ? up : down).contains(s.category()));
        return (change > 0 && lowers && !raises) || (change < 0 && raises && !lowers);
    }

    private static boolean isTooMuch(Saying way, List<Saying> said) {
        return said.stream()
                .anyMatch(s -> s.category().equals(TOO) && s.end() <= way.start() && way.start() - s.end() <= 1);
    }
}
