package io.retake.engine.effect;

import io.retake.core.draft.Effect;
import io.retake.core.edit.picture.Flip;
import io.retake.core.edit.value.Direction;
import io.retake.engine.effect.kind.EffectEdit;
import io.retake.engine.effect.kind.SourceEffect;
import io.retake.engine.effect.kind.Stage;
import io.retake.engine.effect.target.EffectTarget;
import io.retake.engine.effect.target.Portion;
import io.retake.engine.filter.Filter;
import io.retake.engine.filter.SourcePicture;
import io.retake.engine.phrase.Phrase;
import java.util.ArrayList;
import java.util.List;

/** Mirrors the picture. */
final class FlipEffect implements SourceEffect<Effect.FlipFx>, EffectEdit<Flip> {
    @Override
    public Class<Effect.FlipFx> type() {
        return Effect.FlipFx.class;
    }

    @Override
    public Stage stage() {
        return Stage.GEOMETRY;
    }

    @Override
    public SourcePicture on(SourcePicture picture, Effect.FlipFx flip) {
        return picture.then(Filter.of(flip.direction() == Direction.HORIZONTAL ? "hflip" : "vflip"));
    }

    @Override
    public Class<Flip> edit() {
        return Flip.class;
    }

    /** A second flip along the same axis cancels the first. */
    @Override
    public List<Effect> changed(Flip edit, List<Effect> effects, Portion portion, EffectTarget on) {
        Effect flip = new Effect.FlipFx(edit.direction());
        int last = RotateEffect.lastTurn(effects);
        if (last >= 0 && effects.get(last).equals(flip)) {
            List<Effect> back = new ArrayList<>(effects);
            back.remove(last);
            return back;
        }
        return EffectList.placed(effects, flip);
    }

    @Override
    public Phrase done(Flip edit, EffectTarget on) {
        return edit.direction() == Direction.HORIZONTAL ? Phrase.of("flip.horizontal") : Phrase.of("flip.vertical");
    }
}
