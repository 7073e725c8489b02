package io.retake.engine.render.timeline;

import java.util.Locale;
import java.util.Optional;

/** The quality of an export: constant rate factors on each encoder's own scale. */
public enum Quality {
    HIGH(20, 28),
    MEDIUM(23, 34),
    LOW(28, 40);

    private final int x264;
    private final int vp9;

    Quality(int x264, int vp9) {
        this.x264 = x264;
        this.vp9 = vp9;
    }

    int x264() {
        return x264;
    }

    int vp9() {
        return vp9;
    }

    /** Finds a quality by its wire name. */
    public static Optional<Quality> of(String name) {
        for (Quality quality : values()) {
            if (quality.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(quality);
            }
        }
        return Optional.empty();
    }
}
