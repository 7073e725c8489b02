package io.retake.core.draft;

import java.util.Arrays;
import java.util.Optional;

/** The type of a track, with its number on the wire ({@code tt}). Other numbers exist and are preserved. */
public enum TrackType {
    /** Footage and stills. */
    VIDEO(0, "Video"),
    /** Sound without a picture. */
    AUDIO(1, "BGM"),
    /** Text over the picture. */
    TEXT(7, "Title");

    private final int code;
    private final String label;

    TrackType(int code, String label) {
        this.code = code;
        this.label = label;
    }

    /** Returns the number on the wire. */
    public int code() {
        return code;
    }

    /** Returns the word in the summary. */
    public String label() {
        return label;
    }

    /** Returns the type with a number, if known. */
    public static Optional<TrackType> of(long code) {
        return Arrays.stream(values()).filter(t -> t.code == code).findFirst();
    }
}
