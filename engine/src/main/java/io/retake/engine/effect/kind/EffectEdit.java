package io.retake.engine.effect.kind;

import io.retake.core.draft.Effect;
import io.retake.core.edit.Edit;
import io.retake.engine.effect.target.EffectLayer;
import io.retake.engine.effect.target.EffectTarget;
import io.retake.engine.effect.target.Portion;
import io.retake.engine.filter.PictureSize;
import io.retake.engine.phrase.Phrase;
import java.util.List;
import java.util.Optional;

/**
 * Adds, changes or removes the effects of a target for one type of edit, and words the answer to it.
 *
 * @param <E> the edit
 */
public interface EffectEdit<E extends Edit> {
    /** Returns the edit's type. */
    Class<E> edit();

    /** Returns what has the effects: by default the clips that the edit is about. */
    default EffectLayer layer(E edit) {
        return EffectLayer.CLIPS;
    }

    /** Returns whether overlays can have the effects: a file of which there is one means it, and not a clip of that file. */
    default boolean isOnOverlays() {
        return false;
    }

    /** Returns whether the effects are of sound, so that sound put in place of the footage's own has them too. */
    default boolean isOfSound() {
        return false;
    }

    /** Refuses, by {@link EffectTarget#refused}, what this target doesn't allow. */
    default void require(E edit, EffectTarget on) {}

    /**
     * Returns the effects of a piece after the edit.
     *
     * @param portion which part the piece is of the stretch that the edit is about
     */
    List<Effect> changed(E edit, List<Effect> effects, Portion portion, EffectTarget on);

    /** Returns the size of the picture when all of it was edited. */
    default PictureSize resized(E edit, PictureSize picture) {
        return picture;
    }

    /** Returns the answer when something changed. */
    Phrase done(E edit, EffectTarget on);

    /** Returns the answer when all was so before; empty where the edit always does something. */
    default Optional<Phrase> already(E edit) {
        return Optional.empty();
    }
}
