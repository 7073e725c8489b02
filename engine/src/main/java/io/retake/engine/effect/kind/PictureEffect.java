package io.retake.engine.effect.kind;

import io.retake.core.draft.Effect;
import io.retake.engine.filter.Filter;
import io.retake.engine.filter.PictureStretch;
import java.util.List;

/** An effect on a picture of the canvas, whose filters follow one another. */
public interface PictureEffect<F extends Effect> extends EffectKind<F> {
    /** Returns its filters, in order; empty when nothing of it is seen. */
    List<Filter> filters(F effect, PictureStretch on);

    /** Whether it counts frames up to the last, so that it stands after the picture is as long as it has to be. */
    default boolean isCounted() {
        return false;
    }
}
