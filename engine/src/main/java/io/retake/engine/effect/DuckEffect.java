package io.retake.engine.effect;

import io.retake.core.draft.Effect;
import io.retake.engine.effect.kind.EffectKind;
import io.retake.engine.effect.kind.Stage;
import io.retake.engine.filter.Filter;

/** On music: lowered while the footage is loud. The edit {@code music} makes it. */
public final class DuckEffect implements EffectKind<Effect.DuckFx> {
    /** Lowers its first input while its second is loud: the classic values of a broadcast ducker. */
    public static final Filter FILTER = Filter.of("sidechaincompress")
            .with("threshold", "0.03")
            .with("ratio", 8)
            .with("attack", 20)
            .with("release", 400)
            .with("makeup", 1);

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
