package io.retake.engine.effect;

import io.retake.core.draft.Effect;

/** One that this version doesn't know: it is kept as it came, and not drawn. */
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
