package io.retake.engine.edit;

import io.retake.engine.captions.CaptionFile;
import io.retake.engine.measure.Cut;
import io.retake.engine.measure.Diagnosis;
import io.retake.engine.measure.Sharpness;
import io.retake.engine.measure.SoundLevels;
import io.retake.engine.measure.SoundMatch;
import io.retake.engine.measure.SyncRepair;
import io.retake.engine.upscale.Upscaler;
import java.util.List;
import java.util.Optional;

/**
 * Measurements of media that some edits need, by content hash. Each may take as long as decoding does, and
 * throws the engine's exceptions when the media can't be read.
 */
public interface Measurements {
    /** Measures nothing: for callers without files. */
    Measurements NONE = new Measurements() {
        @Override
        public Optional<SoundLevels> levels(String hash) {
            return Optional.empty();
        }

        @Override
        public List<Cut> cuts(String hash) {
            return List.of();
        }

        @Override
        public Optional<SoundMatch> match(String footage, String recording) {
            return Optional.empty();
        }

        @Override
        public Optional<SyncRepair> sync(String hash) {
            return Optional.empty();
        }

        @Override
        public Optional<Diagnosis> diagnose(String hash) {
            return Optional.empty();
        }

        @Override
        public Optional<CaptionFile> captions(String hash) {
            return Optional.empty();
        }

        @Override
        public String undrawable(String text) {
            return "";
        }
    };

    /** The neural upscaler; empty where there is none. */
    default Optional<Upscaler> enlarger() {
        return Optional.empty();
    }

    /**
     * How much fine detail a moving picture has, 0 to some 1: see {@link Sharpness}. Empty where nothing is measured.
     */
    default Optional<Sharpness> sharpness(String hash) {
        return Optional.empty();
    }

    /** The loudness of a medium over time; empty when it has no sound. */
    Optional<SoundLevels> levels(String hash);

    /** The hard cuts in a medium, in order. */
    List<Cut> cuts(String hash);

    /** The position of a recording in footage; empty when one of them has no sound. */
    Optional<SoundMatch> match(String footage, String recording);

    /** The correction that brings a medium's sound and picture into sync; empty unless it has both. */
    Optional<SyncRepair> sync(String hash);

    /** The faults found in a medium; empty where nothing can be measured. */
    Optional<Diagnosis> diagnose(String hash);

    /** The captions of a file; empty where there are no files. */
    Optional<CaptionFile> captions(String hash);

    /** The characters of a text that no font has, each once. */
    String undrawable(String text);
}
