package io.retake.engine.render.graph;

import io.retake.core.draft.Effect;
import io.retake.engine.effect.EffectKinds;
import io.retake.engine.effect.kind.EffectKind;
import io.retake.engine.effect.kind.SourceEffect;
import io.retake.engine.filter.SourcePicture;
import io.retake.engine.media.VideoInfo;
import io.retake.engine.render.timeline.RenderException;
import java.util.List;

/** Puts the effects on footage that come before it is brought to the canvas: cut at the edges, turned, cleaned. */
final class SourceFilters {
    private SourceFilters() {}

    static SourcePicture of(VideoInfo footage, List<Effect> effects) {
        SourcePicture picture = SourcePicture.of(footage);
        try {
            for (Effect effect : effects) {
                EffectKind<Effect> kind = EffectKinds.of(effect);
                picture = kind instanceof SourceEffect<Effect> source ? source.on(picture, effect) : picture;
            }
        } catch (IllegalArgumentException e) {
            throw new RenderException(String.valueOf(e.getMessage()), e);
        }
        return picture;
    }
}
