package io.retake.engine.effect;

import io.retake.core.draft.Effect;

/** Enlarged by a network on its way into the graph, which the renderer feeds. The edit {@code upscale} makes it. */
final class UpscaledEffect implements EffectKind<Effect.Upscaled> {
    @Override
    public Class<Effect.Upscaled> type() {
        return Effect.Upscaled.class;
    }

    @Override
    public Stage stage() {
        return Stage.ANY;
    }
}
