package io.retake.engine.effect.target;

import io.retake.core.edit.value.Target;

/** The layer that carries the effects of an edit. */
public enum EffectLayer {
    /** The clips that are meant, or the stretches of them. */
    CLIPS,
    /** The whole timeline, over all of its clips. */
    TIMELINE,
    /** The music. */
    MUSIC;

    /** Whether everything is meant, and not one clip or another. */
    public static boolean isWhole(Target on) {
        return on instanceof Target.Everything || on instanceof Target.Layer;
    }
}
