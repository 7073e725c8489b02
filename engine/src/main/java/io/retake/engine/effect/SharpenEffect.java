package io.retake.engine.effect;

import io.retake.core.draft.Effect;
import io.retake.core.edit.picture.Sharpen;
import io.retake.core.edit.value.Strength;
import io.retake.engine.effect.kind.PictureEffect;
import io.retake.engine.effect.kind.Stage;
import io.retake.engine.effect.target.EffectTarget;
import io.retake.engine.filter.Filter;
import io.retake.engine.filter.PictureStretch;
import io.retake.engine.phrase.Phrase;
import java.util.List;

/** Sharpens edges. */
final class SharpenEffect implements PictureEffect<Effect.SharpenFx>, SetEdit<Sharpen> {
    @Override
    public Class<Effect.SharpenFx> type() {
        return Effect.SharpenFx.class;
    }

    @Override
    public Stage stage() {
        return Stage.SHARPNESS;
    }

    @Override
    public List<Filter> filters(Effect.SharpenFx effect, PictureStretch on) {
        return List.of(
                Filter.of("cas").with("strength", crispness(effect.strength())).with("planes", 1));
    }

    private static String crispness(Strength strength) {
        return switch (strength) {
            case LIGHT -> "0.4";
            case MEDIUM -> "0.7";
            case STRONG -> "1";
        };
    }

    @Override
    public Class<Sharpen> edit() {
        return Sharpen.class;
    }

    @Override
    public Effect effect(Sharpen edit) {
        return new Effect.SharpenFx(edit.strength());
    }

    @Override
    public Phrase done(Sharpen edit, EffectTarget on) {
        return Phrase.of("sharpen.on", SetEdit.words(edit.strength()));
    }
}
