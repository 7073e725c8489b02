package io.retake.engine.effect;

import io.retake.core.draft.Effect;

/** On music: lowered while the footage is loud. The edit {@code music} makes it. */
public final class DuckEffect implements EffectKind<Effect.DuckFx> {
    /** Lowers its first input while its second is loud: the classic values of a broadcast ducker. */
    public static final String FILTER = "sidechaincompress=threshold=0.03:ratio=8:attack=20:release=400:makeup=1";

    DuckEffect() {}

    @Override
    public Class<Effect.DuckFx> type() {
        return Effect.DuckFx.class;
    }

    @Override
    public Stage stage() {
        return Stage.ANY;
    }
}
