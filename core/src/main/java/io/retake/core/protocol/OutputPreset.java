package io.retake.core.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The MP4 outputs of platforms, each with a size. On the wire it is the output's {@code preset}. */
public enum OutputPreset {
    /** Landscape, full HD. */
    YOUTUBE(1920, 1080),
    /** Portrait. */
    TIKTOK(1080, 1920),
    /** Portrait. */
    REELS(1080, 1920),
    /** Portrait. */
    SHORTS(1080, 1920),
    /** Square. */
    SQUARE(1080, 1080);

    private final int width;
    private final int height;

    OutputPreset(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** Returns the width in pixels. */
    public int width() {
        return width;
    }

    /** Returns the height in pixels. */
    public int height() {
        return height;
    }

    /** Returns the word in scripts and on the wire, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the output of this preset. */
    public OutputFormat output() {
        return OutputFormat.of(FileFormat.MP4.extension()).with("preset", word());
    }

    /** Returns the preset with a word. */
    public static Optional<OutputPreset> of(String word) {
        return Arrays.stream(values()).filter(p -> p.word().equals(word)).findFirst();
    }

    /** Returns all words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(OutputPreset::word).toList();
    }
}
