package io.retake.engine.measure;

import io.retake.core.edit.Edit;
import io.retake.engine.phrase.Phrase;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that may be wrong with a medium.
 *
 * @param what the kind of fault
 * @param sentence the measurement with its figures, for users
 * @param remedies edits that help, in order of application; empty where none helps or an export corrects it
 */
public record Finding(What what, Phrase sentence, List<Edit> remedies) {
    /** Copies the list. */
    public Finding {
        remedies = List.copyOf(remedies);
    }

    /** The kinds of faults, in the order in which they are reported. */
    public enum What {
        /** Data that end before the file says they do. */
        CUT_OFF,
        /** Sound that ends before the picture, or after it. */
        LENGTHS,
        /** Sound and picture don't begin together. */
        SYNC,
        /** Sound and picture are of different lengths, by a factor. */
        DRIFT,
        /** Cuts inside a shot. */
        JUMP_CUTS,
        /** An unsteady camera. */
        SHAKE,
        /** Frames at uneven times. */
        VARIABLE_FRAME_RATE,
        /** Color tags that are missing or wrong. */
        COLOR_MATRIX,
        /** A picture that is stored lying on its side. */
        ROTATION,
        /** Frames of two fields. */
        INTERLACED,
        /** A noisy picture. */
        NOISE,
        /** A small picture. */
        LOW_RESOLUTION,
        /** Sound that was recorded too loud. */
        CLIPPING,
        /** Sound far from the usual loudness (LUFS). */
        LOUDNESS,
        /** Long pauses, or nothing to hear at all. */
        SILENCE;

        /** On the wire and in scripts: {@code jump-cuts}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Finds a kind by its word. */
        public static Optional<What> of(String word) {
            return Arrays.stream(values()).filter(w -> w.word().equals(word)).findFirst();
        }
    }
}
