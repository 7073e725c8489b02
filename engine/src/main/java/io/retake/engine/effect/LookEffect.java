package io.retake.engine.effect;

import io.retake.core.draft.Effect;
import io.retake.core.edit.picture.Look;
import io.retake.core.edit.value.LookName;
import io.retake.engine.effect.kind.PictureEffect;
import io.retake.engine.effect.kind.Stage;
import io.retake.engine.effect.target.EffectTarget;
import io.retake.engine.filter.Filter;
import io.retake.engine.filter.PictureStretch;
import io.retake.engine.phrase.Phrase;
import java.util.List;
import java.util.Optional;

/** A ready grade. Another look takes its place. */
final class LookEffect implements PictureEffect<Effect.LookFx>, SetEdit<Look> {
    @Override
    public Class<Effect.LookFx> type() {
        return Effect.LookFx.class;
    }

    @Override
    public Stage stage() {
        return Stage.TABLE;
    }

    @Override
    public List<Filter> filters(Effect.LookFx effect, PictureStretch on) {
        return LookRecipes.filters(effect.name(), on.canvas());
    }

    @Override
    public Class<Look> edit() {
        return Look.class;
    }

    @Override
    public Effect effect(Look edit) {
        return new Effect.LookFx(edit.name());
    }

    @Override
    public Phrase done(Look edit, EffectTarget on) {
        return Phrase.of("look.on", words(edit.name()), on.where());
    }

    @Override
    public Optional<Phrase> already(Look edit) {
        return Optional.of(Phrase.of("look.same", words(edit.name())));
    }

    private static Phrase words(LookName name) {
        return switch (name) {
            case WARM_FILM -> Phrase.of("look.warm-film");
            case COLD -> Phrase.of("look.cold");
            case VINTAGE -> Phrase.of("look.vintage");
            case VIVID -> Phrase.of("look.vivid");
            case CINEMATIC -> Phrase.of("look.cinematic");
            case NOIR -> Phrase.of("look.noir");
        };
    }
}
