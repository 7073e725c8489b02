package io.retake.engine.effect;

import io.retake.core.draft.Effect;
import io.retake.engine.effect.kind.EffectKind;
import io.retake.engine.effect.kind.Stage;

/** Neural upscaling of an input, which the renderer feeds into the graph. The edit {@code upscale} makes it. */
final class UpscaledEffect implements EffectKind<Effect.UpscaledFx> {
    @Override
    public Class<Effect.UpscaledFx> type() {
        return Effect.UpscaledFx.class;
    }

    @Override
    public Stage stage() {
        return Stage.ANY;
    }
}
