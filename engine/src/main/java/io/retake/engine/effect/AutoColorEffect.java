package io.retake.engine.effect;

import io.retake.core.draft.Effect;
import io.retake.core.edit.picture.AutoColor;
import io.retake.engine.effect.kind.Measurement;
import io.retake.engine.effect.kind.PictureEffect;
import io.retake.engine.effect.kind.Stage;
import io.retake.engine.effect.target.EffectTarget;
import io.retake.engine.filter.Filter;
import io.retake.engine.filter.PictureStretch;
import io.retake.engine.phrase.Phrase;
import java.util.List;
import java.util.Optional;

/** Corrects colors by measurements of each clip. */
final class AutoColorEffect implements PictureEffect<Effect.AutoColorFx>, SetEdit<AutoColor> {
    @Override
    public Class<Effect.AutoColorFx> type() {
        return Effect.AutoColorFx.class;
    }

    @Override
    public Stage stage() {
        return Stage.CORRECTION;
    }

    @Override
    public boolean isOnEachClip() {
        return true;
    }

    @Override
    public Optional<Measurement> measurement() {
        return Optional.of(Measurement.COLOR);
    }

    @Override
    public List<Filter> filters(Effect.AutoColorFx effect, PictureStretch on) {
        return on.correction().filters();
    }

    @Override
    public Class<AutoColor> edit() {
        return AutoColor.class;
    }

    @Override
    public Effect effect(AutoColor edit) {
        return new Effect.AutoColorFx();
    }

    @Override
    public Phrase done(AutoColor edit, EffectTarget on) {
        return Phrase.of("auto-color.on");
    }

    @Override
    public Optional<Phrase> already(AutoColor edit) {
        return Optional.of(Phrase.of("auto-color.same"));
    }
}
