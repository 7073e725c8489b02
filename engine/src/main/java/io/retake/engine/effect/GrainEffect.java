package io.retake.engine.effect;

import io.retake.core.draft.Canvas;
import io.retake.core.draft.Effect;
import io.retake.core.edit.picture.Grain;
import io.retake.core.edit.value.Strength;
import io.retake.engine.effect.kind.PictureEffect;
import io.retake.engine.effect.kind.Stage;
import io.retake.engine.effect.target.EffectTarget;
import io.retake.engine.filter.Filter;
import io.retake.engine.filter.PictureStretch;
import io.retake.engine.phrase.Phrase;
import java.util.List;

/** Adds the grain of film: light that differs from pixel to pixel and from frame to frame, and no color. */
final class GrainEffect implements PictureEffect<Effect.GrainFx>, SetEdit<Grain> {
    /** Any number, so long as it stays: the same film is the same to the pixel each time it is made. */
    private static final int SEED = 1895;

    /** The lines of the picture that the amounts below are for. */
    private static final double LINES = 1080;

    @Override
    public Class<Effect.GrainFx> type() {
        return Effect.GrainFx.class;
    }

    @Override
    public Stage stage() {
        return Stage.FILM;
    }

    /** Keeps to limited range: some players clip values brighter than white or darker than black, and others don't. */
    @Override
    public List<Filter> filters(Effect.GrainFx effect, PictureStretch on) {
        return List.of(
                Filter.of("noise")
                        .with("c0_seed", SEED)
                        .with("c0_flags", "t")
                        .with("c0_strength", amount(effect.strength(), on.canvas())),
                Filter.of("limiter").with("min", 16).with("max", 235).with("planes", 1));
    }

    /** Pixels are seen larger in a small picture, so it gets less. At 1080 lines the light deviates by 4, 8 and 13 levels. */
    private static long amount(Strength strength, Canvas canvas) {
        double lines = Math.min(canvas.width(), canvas.height());
        double scale = Math.max(0.6, Math.min(1.5, Math.sqrt(lines / LINES)));
        return Math.round(scale * base(strength));
    }

    private static int base(Strength strength) {
        return switch (strength) {
            case LIGHT -> 7;
            case MEDIUM -> 12;
            case STRONG -> 20;
        };
    }

    @Override
    public Class<Grain> edit() {
        return Grain.class;
    }

    @Override
    public Effect effect(Grain edit) {
        return new Effect.GrainFx(edit.strength());
    }

    @Override
    public Phrase done(Grain edit, EffectTarget on) {
        return Phrase.of("grain.added", SetEdit.words(edit.strength()));
    }
}
