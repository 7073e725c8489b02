package io.retake.core.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The quality of an export against its size. */
public enum OutputQuality {
    /** The best quality. */
    HIGH,
    /** For viewing once. */
    MEDIUM,
    /** For a draft. */
    LOW;

    /** Returns the word in scripts and on the wire, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the quality with a word. */
    public static Optional<OutputQuality> of(String word) {
        return Arrays.stream(values()).filter(q -> q.word().equals(word)).findFirst();
    }

    /** Returns all words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(OutputQuality::word).toList();
    }
}
