package io.retake.core.edit.value;

import io.retake.core.CoreMessages;

/** The name of an effect: that of its operation, of a part of it ({@code fadeIn}), or {@code all}. */
public record EffectName(String name) {
    /** Every effect. */
    public static final EffectName ALL = new EffectName("all");

    /** Rejects an empty name. */
    public EffectName {
        if (name.isBlank()) {
            throw new IllegalArgumentException(CoreMessages.text("effect.no-name"));
        }
    }
}
