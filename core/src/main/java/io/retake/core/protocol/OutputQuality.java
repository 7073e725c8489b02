package io.retake.core.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How good an export is to look and sound, against how large it gets: the one list. */
public enum OutputQuality {
    /** As good as it gets. */
    HIGH,
    /** For looking at it once. */
    MEDIUM,
    /** For a draft. */
    LOW;

    /** In scripts and on the wire, lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By its word. */
    public static Optional<OutputQuality> of(String word) {
        return Arrays.stream(values()).filter(q -> q.word().equals(word)).findFirst();
    }

    /** All words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(OutputQuality::word).toList();
    }
}
