package io.retake.core.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What platforms ask for: an MP4 of that size. It travels as the output's {@code preset}. */
public enum OutputPreset {
    /** Lying, full HD. */
    YOUTUBE(1920, 1080),
    /** Standing. */
    TIKTOK(1080, 1920),
    /** Standing. */
    REELS(1080, 1920),
    /** Standing. */
    SHORTS(1080, 1920),
    /** As wide as high. */
    SQUARE(1080, 1080);

    private final int width;
    private final int height;

    OutputPreset(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** In pixels. */
    public int width() {
        return width;
    }

    /** In pixels. */
    public int height() {
        return height;
    }

    /** In scripts and on the wire, lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The output that it stands for. */
    public OutputFormat output() {
        return OutputFormat.of(FileFormat.MP4.extension()).with("preset", word());
    }

    /** By its word. */
    public static Optional<OutputPreset> of(String word) {
        return Arrays.stream(values()).filter(p -> p.word().equals(word)).findFirst();
    }

    /** All words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(OutputPreset::word).toList();
    }
}
