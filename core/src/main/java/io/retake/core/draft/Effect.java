package io.retake.core.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.edit.value.Area;
import io.retake.core.edit.value.Change;
import io.retake.core.edit.value.Direction;
import io.retake.core.edit.value.LookName;
import io.retake.core.edit.value.Lufs;
import io.retake.core.edit.value.Offset;
import io.retake.core.edit.value.Semitones;
import io.retake.core.edit.value.Share;
import io.retake.core.edit.value.Strength;
import io.retake.core.edit.value.UpscaleMethod;
import java.time.Duration;
import java.util.List;

/**
 * An effect on the picture or the sound of a segment, or of the whole timeline, applied in the order of the list. On
 * the wire it is an object with its kind {@code k}, the record's name without Fx in lower case, and its components.
 */
public sealed interface Effect {

    /** Returns the JSON. */
    default ObjectNode json() {
        return EffectJson.write(this);
    }

    /**
     * Returns the effect for a part of its segment that lost its head, its tail or both: a fade belongs to one end and
     * goes with it.
     */
    default Effect cutOff(boolean head, boolean tail) {
        return this;
    }

    /** Reads an effect from JSON; {@link Foreign} when its kind or values are unknown. */
    static Effect of(ObjectNode json) {
        return EffectJson.read(json);
    }

    /** Measures, then corrects color (see the vocabulary's {@code color auto}). */
    record AutoColorFx() implements Effect {}

    /** A color grade by value. */
    record GradeFx(Change brightness, Change contrast, Change saturation, Change temperature) implements Effect {}

    /** A color lookup table: the content hash of a .cube file. */
    record LutFx(String media) implements Effect {}

    /** Removes color. */
    record GrayscaleFx() implements Effect {}

    /** Fades from and to black, picture and sound; lengths in timeline time, zero for none. */
    record FadeFx(Duration in, Duration out) implements Effect {
        /** Checks that no length is negative. */
        public FadeFx {
            requireLengths(in, out);
        }

        @Override
        public FadeFx cutOff(boolean head, boolean tail) {
            return new FadeFx(head ? Duration.ZERO : in, tail ? Duration.ZERO : out);
        }
    }

    /** Fades from and to silence, the sound alone; lengths in timeline time, zero for none. */
    record FadeAudioFx(Duration in, Duration out) implements Effect {
        /** Checks that no length is negative. */
        public FadeAudioFx {
            requireLengths(in, out);
        }

        @Override
        public FadeAudioFx cutOff(boolean head, boolean tail) {
            return new FadeAudioFx(head ? Duration.ZERO : in, tail ? Duration.ZERO : out);
        }
    }

    /** Ducks music while the footage is loud. */
    record DuckFx() implements Effect {}

    /** Plays backwards, picture and sound. */
    record ReverseFx() implements Effect {
        /** Returns whether a segment with these effects plays backwards; two reversals cancel out. */
        public static boolean isOn(List<Effect> effects) {
            return effects.stream().filter(ReverseFx.class::isInstance).count() % 2 == 1;
        }
    }

    /** Crops the edges, as shares of width and height. */
    record CropFx(Share left, Share right, Share top, Share bottom) implements Effect {}

    /** Rotates clockwise by 90, 180 or 270 degrees. */
    record RotateFx(int degrees) implements Effect {
        /** Checks for quarter turns. */
        public RotateFx {
            if (degrees != 90 && degrees != 180 && degrees != 270) {
                throw new IllegalArgumentException("a turn is 90, 180 or 270 degrees, not " + degrees);
            }
        }
    }

    /** Mirrors the picture. */
    record FlipFx(Direction direction) implements Effect {}

    /** Zooms evenly from the first to the last frame: 1 is the whole picture. */
    record ZoomFx(double from, double to) implements Effect {
        /** Checks the range 1 to 10. */
        public ZoomFx {
            if (!(from >= 1 && from <= 10 && to >= 1 && to <= 10)) {
                throw new IllegalArgumentException("a zoom is 1 to 10 times");
            }
        }
    }

    /** Reduces noise in the picture. */
    record DenoiseFx(Strength strength) implements Effect {}

    /** Sharpens edges. */
    record SharpenFx(Strength strength) implements Effect {}

    /** Darkens the edges of the picture. */
    record VignetteFx(Strength strength) implements Effect {}

    /** Adds film grain. */
    record GrainFx(Strength strength) implements Effect {}

    /** Blurs an area of the picture. */
    record BlurFx(Strength strength, Area area) implements Effect {}

    /** Turns an area of the picture into blocks of one color. */
    record PixelateFx(Strength strength, Area area) implements Effect {}

    /** A look: a grade that has a name. */
    record LookFx(LookName name) implements Effect {}

    /** How much of the picture is seen over what is under it. */
    record OpacityFx(Share level) implements Effect {}

    /** Shifts the pitch of the sound. */
    record PitchFx(Semitones semitones) implements Effect {}

    /** Deinterlaces fields into whole frames. */
    record DeinterlaceFx() implements Effect {}

    /** Stabilizes the camera. */
    record StabilizeFx(Strength strength) implements Effect {}

    /** Reduces noise under speech. */
    record DenoiseAudioFx(Strength strength) implements Effect {}

    /** Shifts sound against picture, and stretches it by a factor on its length (1: no drift). */
    record SyncFx(Offset offset, double stretch) implements Effect {
        /** Checks the range 0.5 to 2. */
        public SyncFx {
            if (!(stretch >= 0.5 && stretch <= 2)) {
                throw new IllegalArgumentException("sound is stretched by 0.5 to 2, not " + stretch);
            }
        }
    }

    /** Normalizes the timeline to a loudness. */
    record LoudnessFx(Lufs target) implements Effect {}

    /**
     * Upscales footage smaller than the canvas with a network first; on the whole timeline. {@link UpscaleMethod#AUTO}
     * is the small network, {@link UpscaleMethod#NEURAL} the large one.
     */
    record UpscaledFx(UpscaleMethod method) implements Effect {
        /** Rejects the method that needs no network. */
        public UpscaledFx {
            if (method == UpscaleMethod.FAST) {
                throw new IllegalArgumentException("the fast method needs no network");
            }
        }
    }

    /** An unknown effect, preserved unchanged. */
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
