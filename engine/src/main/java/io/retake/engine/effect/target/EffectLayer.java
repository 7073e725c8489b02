package io.retake.engine.effect.target;

import io.retake.core.edit.value.Target;

/** The layer that carries the effects of an edit. */
public enum EffectLayer {
    /** The targeted clips, or ranges of them. */
    CLIPS,
    /** The whole timeline, over all of its clips. */
    TIMELINE,
    /** The music. */
    MUSIC,
    /** Overlays. */
    OVERLAYS;

    /** Returns whether the whole timeline is targeted, and not single clips. */
    public static boolean isWhole(Target on) {
        return on instanceof Target.Everything || on instanceof Target.Layer;
    }
}
