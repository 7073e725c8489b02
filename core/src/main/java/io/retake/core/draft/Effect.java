package io.retake.core.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.edit.value.Change;
import io.retake.core.edit.value.Direction;
import io.retake.core.edit.value.Lufs;
import io.retake.core.edit.value.Offset;
import io.retake.core.edit.value.Share;
import io.retake.core.edit.value.Strength;
import io.retake.core.edit.value.UpscaleMethod;
import java.time.Duration;
import java.util.List;

/**
 * What is done to the picture or the sound of a segment, or of the whole timeline, in the order of the list. On the
 * wire an object with its kind {@code k}, the record's name in lower case, and its components.
 */
public sealed interface Effect {

    /** As JSON. */
    default ObjectNode json() {
        return EffectJson.write(this);
    }

    /**
     * Returns it as it is on a part of what it was on, which lost its beginning ({@code head}), its end ({@code tail}) or
     * both: a fade goes with the end that it belongs to.
     */
    default Effect cutOff(boolean head, boolean tail) {
        return this;
    }

    /** The effect that JSON means; {@link Foreign} when its kind or values are not known here. */
    static Effect of(ObjectNode json) {
        return EffectJson.read(json);
    }

    /** Measure, then correct (see the vocabulary's {@code color auto}). */
    record AutoColor() implements Effect {}

    /** A grade by value. */
    record Grade(Change brightness, Change contrast, Change saturation, Change temperature) implements Effect {}

    /** A colour table: the content hash of a .cube file. */
    record Lut(String media) implements Effect {}

    /** No colour. */
    record Grayscale() implements Effect {}

    /** From black and to black, picture and sound; lengths in timeline time, zero for none. */
    record Fade(Duration in, Duration out) implements Effect {
        /** Refuses negative lengths. */
        public Fade {
            requireLengths(in, out);
        }

        @Override
        public Fade cutOff(boolean head, boolean tail) {
            return new Fade(head ? Duration.ZERO : in, tail ? Duration.ZERO : out);
        }
    }

    /** From silence and to silence, the sound alone; lengths in timeline time, zero for none. */
    record FadeAudio(Duration in, Duration out) implements Effect {
        /** Refuses negative lengths. */
        public FadeAudio {
            requireLengths(in, out);
        }

        @Override
        public FadeAudio cutOff(boolean head, boolean tail) {
            return new FadeAudio(head ? Duration.ZERO : in, tail ? Duration.ZERO : out);
        }
    }

    /** On music: lower it while the footage is loud. */
    record Duck() implements Effect {}

    /** Played backwards, picture and sound. */
    record Reverse() implements Effect {
        /** Whether something with these effects plays backwards: backwards and backwards again is forwards. */
        public static boolean isOn(List<Effect> effects) {
            return effects.stream().filter(Reverse.class::isInstance).count() % 2 == 1;
        }
    }

    /** Cut at the edges, as shares of width and height. */
    record Crop(Share left, Share right, Share top, Share bottom) implements Effect {}

    /** Turned clockwise by 90, 180 or 270 degrees. */
    record Rotate(int degrees) implements Effect {
        /** Checks quarter turns. */
        public Rotate {
            if (degrees != 90 && degrees != 180 && degrees != 270) {
                throw new IllegalArgumentException("a turn is 90, 180 or 270 degrees, not " + degrees);
            }
        }
    }

    /** Mirrored. */
    record Flip(Direction direction) implements Effect {}

    /** Enlarged evenly from the first to the last frame: 1 is the whole picture. */
    record Zoom(double from, double to) implements Effect {
        /** Checks 1 to 10. */
        public Zoom {
            if (!(from >= 1 && from <= 10 && to >= 1 && to <= 10)) {
                throw new IllegalArgumentException("a zoom is 1 to 10 times");
            }
        }
    }

    /** Less noise in the picture. */
    record Denoise(Strength strength) implements Effect {}

    /** Crisper edges. */
    record Sharpen(Strength strength) implements Effect {}

    /** Darker edges. */
    record Vignette(Strength strength) implements Effect {}

    /** The grain of film. */
    record Grain(Strength strength) implements Effect {}

    /** Whole frames out of fields. */
    record Deinterlace() implements Effect {}

    /** A steadier camera. */
    record Stabilize(Strength strength) implements Effect {}

    /** Less noise under speech. */
    record DenoiseAudio(Strength strength) implements Effect {}

    /** Sound moved against picture, and stretched by a factor on its length (1: no drift). */
    record Sync(Offset offset, double stretch) implements Effect {
        /** Checks 0.5 to 2. */
        public Sync {
            if (!(stretch >= 0.5 && stretch <= 2)) {
                throw new IllegalArgumentException("sound is stretched by 0.5 to 2, not " + stretch);
            }
        }
    }

    /** On the whole: brought to this loudness. */
    record Loudness(Lufs target) implements Effect {}

    /**
     * On the whole: footage smaller than the canvas is enlarged by a network first. {@link UpscaleMethod#AUTO} is the small
     * network, {@link UpscaleMethod#NEURAL} the large one.
     */
    record Upscaled(UpscaleMethod method) implements Effect {
        /** Refuses what needs no network. */
        public Upscaled {
            if (method == UpscaleMethod.FAST) {
                throw new IllegalArgumentException("the fast method needs no network");
            }
        }
    }

    /** One that this version does not know; kept as it came. */
    final class Foreign implements Effect {
        private final ObjectNode json;

        Foreign(ObjectNode json) {
            this.json = json;
        }

        @Override
        public ObjectNode json() {
            return json.deepCopy();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Foreign foreign && foreign.json.equals(json);
        }

        @Override
        public int hashCode() {
            return json.hashCode();
        }

        @Override
        public String toString() {
            return "Foreign" + json;
        }
    }

    private static void requireLengths(Duration in, Duration out) {
        if (in.isNegative() || out.isNegative()) {
            throw new IllegalArgumentException("a fade can't be shorter than nothing");
        }
    }
}
