package io.retake.engine.effect;

import io.retake.core.draft.Effect;
import io.retake.engine.effect.kind.EffectKind;
import io.retake.engine.effect.kind.Stage;

/** An effect that this version doesn't know: preserved as received, and not drawn. */
final class UnknownEffect implements EffectKind<Effect.Foreign> {
    @Override
    public Class<Effect.Foreign> type() {
        return Effect.Foreign.class;
    }

    @Override
    public Stage stage() {
        return Stage.ANY;
    }
}
