package io.retake.engine.effect.kind;

import io.retake.core.draft.Effect;
import io.retake.engine.filter.SourcePicture;

/**
 * An effect on footage before it is brought to the canvas: at its own size nothing is lost, and noise is gone before it
 * is enlarged.
 */
public interface SourceEffect<F extends Effect> extends EffectKind<F> {
    /**
     * Returns the picture with this effect after the others.
     *
     * @throws IllegalArgumentException when this footage can't have it; the message is for the user
     */
    SourcePicture on(SourcePicture picture, F effect);

    @Override
    default boolean isOnEachClip() {
        return true;
    }

    @Override
    default boolean isBeforeCuts() {
        return true;
    }
}
