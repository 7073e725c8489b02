package io.retake.engine.effect;

import io.retake.core.draft.Effect;
import io.retake.core.edit.Edit;
import io.retake.core.edit.value.Strength;
import io.retake.engine.effect.kind.EffectEdit;
import io.retake.engine.effect.target.EffectTarget;
import io.retake.engine.effect.target.Portion;
import io.retake.engine.phrase.Phrase;
import java.util.List;
import java.util.Optional;

/** An edit that puts an effect in place of an earlier one of its kind. */
interface SetEdit<E extends Edit> extends EffectEdit<E> {
    /** Returns the effect that is asked for. */
    Effect effect(E edit);

    @Override
    default List<Effect> changed(E edit, List<Effect> effects, Portion portion, EffectTarget on) {
        return EffectList.replaced(effects, effect(edit));
    }

    @Override
    default Optional<Phrase> already(E edit) {
        return Optional.of(Phrase.of("effect.same"));
    }

    /** Returns a strength as text. */
    static Phrase words(Strength strength) {
        return switch (strength) {
            case LIGHT -> Phrase.of("strength.light");
            case MEDIUM -> Phrase.of("strength.medium");
            case STRONG -> Phrase.of("strength.strong");
        };
    }
}
