package io.retake.engine.effect;

import io.retake.core.draft.Effect;
import io.retake.core.edit.picture.Rotate;
import io.retake.engine.effect.kind.EffectEdit;
import io.retake.engine.effect.kind.SourceEffect;
import io.retake.engine.effect.kind.Stage;
import io.retake.engine.effect.target.EffectTarget;
import io.retake.engine.effect.target.Portion;
import io.retake.engine.filter.Filter;
import io.retake.engine.filter.PictureSize;
import io.retake.engine.filter.SourcePicture;
import io.retake.engine.phrase.Phrase;
import java.util.ArrayList;
import java.util.List;

/** Rotates clockwise by quarter turns. */
final class RotateEffect implements SourceEffect<Effect.RotateFx>, EffectEdit<Rotate> {
    @Override
    public Class<Effect.RotateFx> type() {
        return Effect.RotateFx.class;
    }

    @Override
    public Stage stage() {
        return Stage.GEOMETRY;
    }

    @Override
    public SourcePicture on(SourcePicture picture, Effect.RotateFx rotate) {
        return switch (rotate.degrees()) {
            case 180 -> picture.then(Filter.of("hflip"), Filter.of("vflip"));
            case 90 -> picture.thenOnSide(Filter.of("transpose", "clock"));
            default -> picture.thenOnSide(Filter.of("transpose", "cclock"));
        };
    }

    @Override
    public Class<Rotate> edit() {
        return Rotate.class;
    }

    /** Adjacent rotations merge into one. */
    @Override
    public List<Effect> changed(Rotate edit, List<Effect> effects, Portion portion, EffectTarget on) {
        int last = lastTurn(effects);
        if (last >= 0 && effects.get(last) instanceof Effect.RotateFx earlier) {
            List<Effect> next = new ArrayList<>(effects);
            next.remove(last);
            int sum = (earlier.degrees() + edit.degrees()) % 360;
            return sum == 0 ? next : EffectList.placed(next, new Effect.RotateFx(sum));
        }
        return EffectList.placed(effects, new Effect.RotateFx(edit.degrees()));
    }

    /** Returns where the last effect is that says which way up the picture is; -1 for none. */
    static int lastTurn(List<Effect> effects) {
        for (int i = effects.size() - 1; i >= 0; i--) {
            if (EffectKinds.of(effects.get(i)).stage() == Stage.GEOMETRY) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public PictureSize resized(Rotate edit, PictureSize picture) {
        return edit.degrees() == 180 ? picture : new PictureSize(picture.height(), picture.width());
    }

    @Override
    public Phrase done(Rotate edit, EffectTarget on) {
        return Phrase.of("rotate.rotated", edit.degrees());
    }
}
