package io.retake.engine.effect;

import io.retake.core.draft.Effect;
import io.retake.core.edit.picture.Pixelate;
import io.retake.core.edit.value.Strength;
import io.retake.engine.effect.kind.EffectEdit;
import io.retake.engine.effect.kind.SourceEffect;
import io.retake.engine.effect.kind.Stage;
import io.retake.engine.effect.target.AreaWords;
import io.retake.engine.effect.target.EffectTarget;
import io.retake.engine.effect.target.Portion;
import io.retake.engine.filter.Filter;
import io.retake.engine.filter.SourcePicture;
import io.retake.engine.media.VideoInfo;
import io.retake.engine.phrase.Phrase;
import java.util.List;
import java.util.Optional;

/**
 * Turns the picture or a rectangle of it into blocks. It is done to the footage, so that later crops, turns and
 * flips move it with what it covers.
 */
final class PixelateEffect implements SourceEffect<Effect.PixelateFx>, EffectEdit<Pixelate> {
    @Override
    public Class<Effect.PixelateFx> type() {
        return Effect.PixelateFx.class;
    }

    /** Among crops and turns, in the order in which they were asked for: an area is one of the picture as it was then. */
    @Override
    public Stage stage() {
        return Stage.GEOMETRY;
    }

    @Override
    public SourcePicture on(SourcePicture picture, Effect.PixelateFx effect) {
        VideoInfo video = picture.video();
        double shorter = Math.min(video.codedWidth(), video.codedHeight());
        int side = 2 * (int) Math.max(2, Math.round(shorter * block(effect.strength()) / 2));
        return picture.thenIn(
                effect.area(), List.of(Filter.of("pixelize").with("w", side).with("h", side)));
    }

    /** The side of a block as a share of the shorter side. Strong leaves twelve blocks of a face as tall as the picture. */
    private static double block(Strength strength) {
        return switch (strength) {
            case LIGHT -> 1 / 48.0;
            case MEDIUM -> 1 / 22.0;
            case STRONG -> 1 / 12.0;
        };
    }

    @Override
    public Class<Pixelate> edit() {
        return Pixelate.class;
    }

    /** Replaces the one of the same area; areas add up. */
    @Override
    public List<Effect> changed(Pixelate edit, List<Effect> effects, Portion portion, EffectTarget on) {
        Effect.PixelateFx wanted = new Effect.PixelateFx(edit.strength(), on.inPicture(edit.area()));
        return EffectList.replaced(
                effects,
                wanted,
                e -> e instanceof Effect.PixelateFx earlier && earlier.area().equals(wanted.area()));
    }

    @Override
    public Phrase done(Pixelate edit, EffectTarget on) {
        return Phrase.of("pixelate.on", AreaWords.of(edit.area()), on.where(), SetEdit.words(edit.strength()));
    }

    @Override
    public Optional<Phrase> already(Pixelate edit) {
        return Optional.of(Phrase.of("effect.same"));
    }
}
