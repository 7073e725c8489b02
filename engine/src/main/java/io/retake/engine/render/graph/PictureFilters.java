package io.retake.engine.render.graph;

import io.retake.core.draft.Effect;
import io.retake.engine.effect.EffectKind;
import io.retake.engine.effect.EffectKinds;
import io.retake.engine.effect.PictureEffect;
import io.retake.engine.filter.PictureStretch;
import java.util.stream.Collectors;

/** Writes the filters of effects on pictures of the canvas. */
final class PictureFilters {
    private PictureFilters() {}

    /** Returns the filters of an effect, each with a comma before it; empty when it isn't one on the picture. */
    static String of(Effect effect, PictureStretch on) {
        EffectKind<Effect> kind = EffectKinds.of(effect);
        return kind instanceof PictureEffect<Effect> picture
                ? picture.filters(effect, on).stream()
                        .map(filter -> "," + filter)
                        .collect(Collectors.joining())
                : "";
    }

    /** Whether it stands after the picture is as long as it has to be. */
    static boolean isCounted(Effect effect) {
        EffectKind<Effect> kind = EffectKinds.of(effect);
        return kind instanceof PictureEffect<Effect> picture && picture.isCounted();
    }
}
