package io.retake.engine.effect.kind;

import io.retake.core.draft.Effect;
import java.time.Duration;
import java.util.Optional;

/**
 * Everything the engine knows about one kind of effect. What draws or sounds is declared by {@link SourceEffect} and
 * {@link PictureEffect}; an edit that makes the effect by {@link EffectEdit}. Stateless and thread-safe.
 *
 * @param <F> the effect
 */
public interface EffectKind<F extends Effect> {
    /** Returns the effect's type. */
    Class<F> type();

    /** Returns its place in the order. */
    Stage stage();

    /** Whether, asked of the whole timeline, it is done to each clip and not to the joined picture or the mixed sound. */
    default boolean isOnEachClip() {
        return false;
    }

    /** Whether it is done to a source before clips are cut from it, so that clips with different ones aren't read together. */
    default boolean isBeforeCuts() {
        return false;
    }

    /** Returns what must be measured first. */
    default Optional<Measurement> measurement() {
        return Optional.empty();
    }

    /** Returns the content hash of a file that it uses. */
    default Optional<String> media(F effect) {
        return Optional.empty();
    }

    /** Returns the effect for a reversed clip; empty when nothing is left of it. */
    default Optional<Effect> backwards(F effect) {
        return Optional.of(effect);
    }

    /**
     * Returns it as it is on one frame held still; empty when a still has none of it.
     *
     * @param first whether the first frame of the clip is held, otherwise the last
     */
    default Optional<Effect> held(F effect, boolean first) {
        return Optional.of(effect);
    }

    /**
     * Returns it as it is on one part of a clip cut in two.
     *
     * @param share where the cut is, from 0 to 1
     * @param head whether the part before the cut is meant
     */
    default Effect part(F effect, double share, boolean head) {
        return effect;
    }

    /** Returns the effect for something of that length; empty when nothing is left of it. */
    default Optional<Effect> within(F effect, Duration length) {
        return Optional.of(effect);
    }

    /** Returns the length of the sound's fade-in. */
    default Duration soundIn(F effect) {
        return Duration.ZERO;
    }

    /** Returns the length of the sound's fade-out. */
    default Duration soundOut(F effect) {
        return Duration.ZERO;
    }
}
