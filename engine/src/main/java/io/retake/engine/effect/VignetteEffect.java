package io.retake.engine.effect;

import io.retake.core.draft.Canvas;
import io.retake.core.draft.Effect;
import io.retake.core.edit.picture.Vignette;
import io.retake.core.edit.value.Strength;
import io.retake.engine.effect.kind.PictureEffect;
import io.retake.engine.effect.kind.Stage;
import io.retake.engine.effect.target.EffectTarget;
import io.retake.engine.filter.Filter;
import io.retake.engine.filter.FilterNumbers;
import io.retake.engine.filter.PictureStretch;
import io.retake.engine.phrase.Phrase;
import java.util.List;

/** Darkens the edges of the picture along an ellipse of the frame's shape. */
final class VignetteEffect implements PictureEffect<Effect.VignetteFx>, SetEdit<Vignette> {
    @Override
    public Class<Effect.VignetteFx> type() {
        return Effect.VignetteFx.class;
    }

    @Override
    public Stage stage() {
        return Stage.LENS;
    }

    @Override
    public List<Filter> filters(Effect.VignetteFx effect, PictureStretch on) {
        return filters(effect.strength(), on.canvas());
    }

    /**
     * FFmpeg's {@code vignette} draws circles, and an ellipse when it is given a pixel shape. It may only shrink the longer
     * side to the shorter: enlarged, the shorter side leaves the range of its cosine and turns black. It multiplies luma
     * as it is stored, so black is taken to 0 for it; otherwise the shadows of the corners would be lost.
     */
    static List<Filter> filters(Strength strength, Canvas canvas) {
        boolean wide = canvas.width() >= canvas.height();
        String shape = (wide ? 2 : 1) * canvas.width() + "/" + canvas.height();
        return List.of(
                Filter.of("lutyuv").with("y", "val-16"),
                Filter.of("setsar", wide ? 2 : 1),
                Filter.of("vignette")
                        .with("angle", FilterNumbers.number(angle(strength, canvas)))
                        .with("aspect", shape),
                Filter.of("setsar", 1),
                Filter.of("lutyuv").with("y", "val+16"));
    }

    /** The lens angle at which a corner has so much of its light, which falls by the cosine to the fourth power. */
    private static double angle(Strength strength, Canvas canvas) {
        double shorter = Math.min(canvas.width(), canvas.height());
        double corner = Math.sqrt(2) * shorter / Math.hypot(canvas.width(), canvas.height());
        return Math.min(Math.PI / 2, Math.acos(Math.pow(cornerLight(strength), 0.25)) / corner);
    }

    private static double cornerLight(Strength strength) {
        return switch (strength) {
            case LIGHT -> 0.65;
            case MEDIUM -> 0.45;
            case STRONG -> 0.25;
        };
    }

    @Override
    public Class<Vignette> edit() {
        return Vignette.class;
    }

    @Override
    public Effect effect(Vignette edit) {
        return new Effect.VignetteFx(edit.strength());
    }

    @Override
    public Phrase done(Vignette edit, EffectTarget on) {
        return Phrase.of("vignette.added", SetEdit.words(edit.strength()));
    }
}
