package io.retake.engine.effect;

import io.retake.core.draft.Effect;
import io.retake.core.edit.picture.Zoom;
import io.retake.core.vocabulary.Notations;
import io.retake.engine.effect.kind.EffectEdit;
import io.retake.engine.effect.kind.PictureEffect;
import io.retake.engine.effect.kind.Stage;
import io.retake.engine.effect.target.EffectTarget;
import io.retake.engine.effect.target.Portion;
import io.retake.engine.filter.Filter;
import io.retake.engine.filter.FilterNumbers;
import io.retake.engine.filter.PictureStretch;
import io.retake.engine.phrase.Phrase;
import java.util.List;
import java.util.Optional;

/** Zooms in evenly from the first to the last frame. */
final class ZoomEffect implements PictureEffect<Effect.ZoomFx>, EffectEdit<Zoom> {
    @Override
    public Class<Effect.ZoomFx> type() {
        return Effect.ZoomFx.class;
    }

    @Override
    public Stage stage() {
        return Stage.ZOOM;
    }

    @Override
    public Optional<Effect> backwards(Effect.ZoomFx zoom) {
        return Optional.of(new Effect.ZoomFx(zoom.to(), zoom.from()));
    }

    @Override
    public Optional<Effect> held(Effect.ZoomFx zoom, boolean first) {
        double size = first ? zoom.from() : zoom.to();
        return Optional.of(new Effect.ZoomFx(size, size));
    }

    @Override
    public Effect part(Effect.ZoomFx zoom, double share, boolean head) {
        double middle = zoom.from() + (zoom.to() - zoom.from()) * share;
        return head ? new Effect.ZoomFx(zoom.from(), middle) : new Effect.ZoomFx(middle, zoom.to());
    }

    /** Moves in fractions of a pixel: whole pixels, as in {@code zoompan}, show as jitter. */
    @Override
    public List<Filter> filters(Effect.ZoomFx zoom, PictureStretch on) {
        String z = zoom.from() == zoom.to()
                ? FilterNumbers.number(zoom.from())
                : "(" + FilterNumbers.number(zoom.from()) + "+" + FilterNumbers.number(zoom.to() - zoom.from())
                        + "*clip((on+" + (on.before() - 1) + ")/" + Math.max(1, on.frames() - 1) + ",0,1))";
        String low = "(1-1/" + z + ")/2";
        String high = "(1+1/" + z + ")/2";
        return List.of(Filter.of("perspective")
                .withQuoted("x0", "W*" + low)
                .withQuoted("y0", "H*" + low)
                .withQuoted("x1", "W*" + high)
                .withQuoted("y1", "H*" + low)
                .withQuoted("x2", "W*" + low)
                .withQuoted("y2", "H*" + high)
                .withQuoted("x3", "W*" + high)
                .withQuoted("y3", "H*" + high)
                .with("interpolation", "cubic")
                .with("eval", "frame"));
    }

    @Override
    public Class<Zoom> edit() {
        return Zoom.class;
    }

    @Override
    public List<Effect> changed(Zoom edit, List<Effect> effects, Portion portion, EffectTarget on) {
        double more = edit.factor().value() - 1;
        return EffectList.replaced(effects, new Effect.ZoomFx(1 + more * portion.from(), 1 + more * portion.to()));
    }

    @Override
    public Phrase done(Zoom edit, EffectTarget on) {
        return Phrase.of("zoom.added", Notations.FACTOR.write(edit.factor()), on.where());
    }
}
