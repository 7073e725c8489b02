package io.retake.engine.render.graph;

import io.retake.core.draft.Effect;
import io.retake.engine.effect.EffectKinds;
import io.retake.engine.effect.kind.EffectKind;
import io.retake.engine.effect.kind.PictureEffect;
import io.retake.engine.filter.Filter;
import io.retake.engine.filter.PictureStretch;
import java.util.List;

/** Writes the filters of effects on pictures of the canvas. */
final class PictureFilters {
    private PictureFilters() {}

    /** Returns the filters of an effect; empty when it isn't one on the picture. */
    static List<Filter> of(Effect effect, PictureStretch on) {
        EffectKind<Effect> kind = EffectKinds.of(effect);
        return kind instanceof PictureEffect<Effect> picture ? picture.filters(effect, on) : List.of();
    }

    /** Whether it stands after the picture is as long as it has to be. */
    static boolean isCounted(Effect effect) {
        EffectKind<Effect> kind = EffectKinds.of(effect);
        return kind instanceof PictureEffect<Effect> picture && picture.isCounted();
    }
}
