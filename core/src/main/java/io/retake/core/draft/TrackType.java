package io.retake.core.draft;

import java.util.Arrays;
import java.util.Optional;

/** What a track holds, with its number on the wire ({@code tt}). Other numbers exist and are kept as they are. */
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

    /** The number on the wire. */
    public int code() {
        return code;
    }

    /** The word of the summary. */
    public String label() {
        return label;
    }

    /** The type with that number, when it is a known one. */
    public static Optional<TrackType> of(long code) {
        return Arrays.stream(values()).filter(t -> t.code == code).findFirst();
    }
}
