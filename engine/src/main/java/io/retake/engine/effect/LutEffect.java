package io.retake.engine.effect;

import io.retake.core.draft.Effect;
import io.retake.engine.effect.kind.PictureEffect;
import io.retake.engine.effect.kind.Stage;
import io.retake.engine.filter.Filter;
import io.retake.engine.filter.PictureStretch;
import io.retake.engine.filter.Rgb;
import java.util.List;
import java.util.Optional;

/** A color table; {@link GradeEffect} makes it. */
final class LutEffect implements PictureEffect<Effect.LutFx> {
    @Override
    public Class<Effect.LutFx> type() {
        return Effect.LutFx.class;
    }

    @Override
    public Stage stage() {
        return Stage.TABLE;
    }

    @Override
    public Optional<String> media(Effect.LutFx effect) {
        return Optional.of(effect.media());
    }

    @Override
    public List<Filter> filters(Effect.LutFx effect, PictureStretch on) {
        return Rgb.around(
                Filter.of("lut3d").with("file", on.table(effect.media())).with("interp", "tetrahedral"));
    }
}
