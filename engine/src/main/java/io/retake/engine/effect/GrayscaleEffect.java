package io.retake.engine.effect;

import io.retake.core.draft.Effect;
import io.retake.core.edit.picture.Grayscale;
import io.retake.engine.effect.kind.PictureEffect;
import io.retake.engine.effect.kind.Stage;
import io.retake.engine.effect.target.EffectTarget;
import io.retake.engine.filter.Filter;
import io.retake.engine.filter.PictureStretch;
import io.retake.engine.phrase.Phrase;
import java.util.List;
import java.util.Optional;

/** Removes color. */
final class GrayscaleEffect implements PictureEffect<Effect.GrayscaleFx>, SetEdit<Grayscale> {
    @Override
    public Class<Effect.GrayscaleFx> type() {
        return Effect.GrayscaleFx.class;
    }

    @Override
    public Stage stage() {
        return Stage.MONOCHROME;
    }

    @Override
    public List<Filter> filters(Effect.GrayscaleFx effect, PictureStretch on) {
        return List.of(Filter.of("hue").with("s", 0));
    }

    @Override
    public Class<Grayscale> edit() {
        return Grayscale.class;
    }

    @Override
    public Effect effect(Grayscale edit) {
        return new Effect.GrayscaleFx();
    }

    @Override
    public Phrase done(Grayscale edit, EffectTarget on) {
        return Phrase.of("grayscale.on", on.where());
    }

    @Override
    public Optional<Phrase> already(Grayscale edit) {
        return Optional.of(Phrase.of("grayscale.same"));
    }
}
