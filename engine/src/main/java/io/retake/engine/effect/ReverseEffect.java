package io.retake.engine.effect;

import io.retake.core.draft.Effect;
import io.retake.engine.effect.kind.EffectKind;
import io.retake.engine.effect.kind.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Played backwards, picture and sound. The edit {@code reverse} makes it, and moves the clips that are turned round. */
public final class ReverseEffect implements EffectKind<Effect.ReverseFx> {
    ReverseEffect() {}

    /** Returns the effects of a clip that is turned round: its fades and its zoom with it. */
    public static List<Effect> turned(List<Effect> effects) {
        List<Effect> next = new ArrayList<>();
        for (Effect effect : effects) {
            EffectKinds.of(effect).backwards(effect).ifPresent(next::add);
        }
        if (!EffectList.has(effects, Effect.ReverseFx.class)) {
            next.add(new Effect.ReverseFx());
        }
        return next;
    }

    @Override
    public Class<Effect.ReverseFx> type() {
        return Effect.ReverseFx.class;
    }

    @Override
    public Stage stage() {
        return Stage.ANY;
    }

    /** Backwards and backwards again is forwards. */
    @Override
    public Optional<Effect> backwards(Effect.ReverseFx effect) {
        return Optional.empty();
    }

    @Override
    public Optional<Effect> held(Effect.ReverseFx effect, boolean first) {
        return Optional.empty();
    }
}
