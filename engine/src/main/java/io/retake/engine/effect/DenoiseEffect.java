package io.retake.engine.effect;

import io.retake.core.draft.Effect;
import io.retake.core.edit.picture.Denoise;
import io.retake.core.edit.value.Strength;
import io.retake.engine.effect.kind.SourceEffect;
import io.retake.engine.effect.kind.Stage;
import io.retake.engine.effect.target.EffectTarget;
import io.retake.engine.filter.Filter;
import io.retake.engine.filter.SourcePicture;
import io.retake.engine.phrase.Phrase;

/** Denoises the picture. */
final class DenoiseEffect implements SourceEffect<Effect.DenoiseFx>, SetEdit<Denoise> {
    @Override
    public Class<Effect.DenoiseFx> type() {
        return Effect.DenoiseFx.class;
    }

    @Override
    public Stage stage() {
        return Stage.NOISE;
    }

    @Override
    public SourcePicture on(SourcePicture picture, Effect.DenoiseFx denoise) {
        return picture.then(filter(denoise.strength()));
    }

    /** Luma and chroma in space, then in time. On noise of 6 levels: 4.9, 3.3 and 2.4 are left. */
    private static Filter filter(Strength strength) {
        return switch (strength) {
            case LIGHT -> Filter.of("hqdn3d", "4", "3", "6", "4.5");
            case MEDIUM -> Filter.of("hqdn3d", "6", "4.5", "12", "9");
            case STRONG -> Filter.of("hqdn3d", "8", "6", "16", "12");
        };
    }

    @Override
    public Class<Denoise> edit() {
        return Denoise.class;
    }

    @Override
    public Effect effect(Denoise edit) {
        return new Effect.DenoiseFx(edit.strength());
    }

    @Override
    public Phrase done(Denoise edit, EffectTarget on) {
        return Phrase.of("denoise.on", SetEdit.words(edit.strength()));
    }
}
