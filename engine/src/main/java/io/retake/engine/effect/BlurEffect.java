package io.retake.engine.effect;

import io.retake.core.draft.Effect;
import io.retake.core.edit.picture.Blur;
import io.retake.core.edit.value.Strength;
import io.retake.engine.effect.kind.EffectEdit;
import io.retake.engine.effect.kind.SourceEffect;
import io.retake.engine.effect.kind.Stage;
import io.retake.engine.effect.target.AreaWords;
import io.retake.engine.effect.target.EffectTarget;
import io.retake.engine.effect.target.Portion;
import io.retake.engine.filter.Filter;
import io.retake.engine.filter.FilterNumbers;
import io.retake.engine.filter.SourcePicture;
import io.retake.engine.media.VideoInfo;
import io.retake.engine.phrase.Phrase;
import java.util.List;
import java.util.Optional;

/**
 * Blurs the picture or a rectangle of it. It is done to the footage, so that later crops, turns and
 * flips move it with what it covers.
 */
final class BlurEffect implements SourceEffect<Effect.BlurFx>, EffectEdit<Blur> {
    @Override
    public Class<Effect.BlurFx> type() {
        return Effect.BlurFx.class;
    }

    /** Among crops and turns, in the order in which they were asked for: an area is one of the picture as it was then. */
    @Override
    public Stage stage() {
        return Stage.GEOMETRY;
    }

    @Override
    public SourcePicture on(SourcePicture picture, Effect.BlurFx effect) {
        VideoInfo video = picture.video();
        double shorter = Math.min(video.codedWidth(), video.codedHeight());
        String sigma = FilterNumbers.number(Math.max(1, shorter * radius(effect.strength())));
        return picture.thenIn(
                effect.area(), List.of(Filter.of("gblur").with("sigma", sigma).with("steps", 3)));
    }

    /** The deviation of the blur as a share of the shorter side. Strong leaves nothing of a face as tall as the picture. */
    private static double radius(Strength strength) {
        return switch (strength) {
            case LIGHT -> 0.01;
            case MEDIUM -> 0.03;
            case STRONG -> 0.07;
        };
    }

    @Override
    public Class<Blur> edit() {
        return Blur.class;
    }

    /** Replaces the one of the same area; areas add up. */
    @Override
    public List<Effect> changed(Blur edit, List<Effect> effects, Portion portion, EffectTarget on) {
        Effect.BlurFx wanted = new Effect.BlurFx(edit.strength(), on.inPicture(edit.area()));
        return EffectList.replaced(
                effects,
                wanted,
                e -> e instanceof Effect.BlurFx earlier && earlier.area().equals(wanted.area()));
    }

    @Override
    public Phrase done(Blur edit, EffectTarget on) {
        return Phrase.of("blur.on", AreaWords.of(edit.area()), on.where(), SetEdit.words(edit.strength()));
    }

    @Override
    public Optional<Phrase> already(Blur edit) {
        return Optional.of(Phrase.of("effect.same"));
    }
}
