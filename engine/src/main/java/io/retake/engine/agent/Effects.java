package io.retake.engine.agent;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Effect;
import io.retake.core.edit.value.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Effects of clips, in an order that makes sense: first what repairs the footage, then its frame, then its looks. */
final class Effects {
    private Effects() {}

    /** Changes the effects of what is chosen, and of nothing else. */
    static Draft with(Selection chosen, UnaryOperator<List<Effect>> change) {
        return chosen.changed(s -> s.withEffects(change.apply(s.effects())));
    }

    /** The same, of whole clips. */
    static Draft on(Draft draft, Target on, UnaryOperator<List<Effect>> change) {
        return with(Selection.of(draft, on), change);
    }

    /** In place of one of its kind. */
    static List<Effect> replaced(List<Effect> effects, Effect effect) {
        return placed(
                effects.stream().filter(e -> e.getClass() != effect.getClass()).toList(), effect);
    }

    /** After those that come before it. */
    static List<Effect> placed(List<Effect> effects, Effect effect) {
        List<Effect> next = new ArrayList<>(effects);
        int index = 0;
        while (index < next.size() && rank(next.get(index)) <= rank(effect)) {
            index++;
        }
        next.add(index, effect);
        return next;
    }

    private static final List<Class<? extends Effect>> ORDER = List.of(
            Effect.Deinterlace.class,
            Effect.Denoise.class,
            Effect.Stabilize.class,
            Effect.Crop.class,
            Effect.AutoColor.class,
            Effect.Grade.class,
            Effect.Lut.class,
            Effect.Grayscale.class,
            Effect.Sharpen.class,
            Effect.Zoom.class);

    /** Crops, turns and mirrors keep the order in which they were said. */
    private static int rank(Effect effect) {
        boolean turns = effect instanceof Effect.Rotate || effect instanceof Effect.Flip;
        int rank = ORDER.indexOf(turns ? Effect.Crop.class : effect.getClass());
        return rank < 0 ? ORDER.size() : rank;
    }
}
