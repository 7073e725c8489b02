package io.retake.engine.effect;

import io.retake.core.draft.Effect;
import io.retake.core.edit.picture.Opacity;
import io.retake.core.edit.value.Times;
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
import java.util.stream.Stream;

/** How much of a picture is seen: of a clip over black, of an overlay over what is under it. */
public final class OpacityEffect implements PictureEffect<Effect.OpacityFx>, EffectEdit<Opacity> {
    OpacityEffect() {}

    @Override
    public Class<Effect.OpacityFx> type() {
        return Effect.OpacityFx.class;
    }

    @Override
    public Stage stage() {
        return Stage.OPACITY;
    }

    /** Over black: light and color go towards the black of limited range. */
    @Override
    public List<Filter> filters(Effect.OpacityFx effect, PictureStretch on) {
        String share = FilterNumbers.number(effect.level().percent() / 100);
        return List.of(Filter.of("lutyuv")
                .withQuoted("y", "16+(val-16)*" + share)
                .withQuoted("u", "128+(val-128)*" + share)
                .withQuoted("v", "128+(val-128)*" + share));
    }

    /** Returns the filters of a picture that lies over another one; none when all of it is seen. */
    public static List<Filter> transparent(List<Effect> effects) {
        return EffectList.last(effects, Effect.OpacityFx.class).stream()
                .map(effect -> FilterNumbers.number(effect.level().percent() / 100))
                .flatMap(share -> Stream.of(
                        Filter.of("format", "yuva420p"), Filter.of("lutyuv").withQuoted("a", "val*" + share)))
                .toList();
    }

    @Override
    public Class<Opacity> edit() {
        return Opacity.class;
    }

    @Override
    public boolean isOnOverlays() {
        return true;
    }

    /** All of it is as if nothing had been said. */
    @Override
    public List<Effect> changed(Opacity edit, List<Effect> effects, Portion portion, EffectTarget on) {
        return edit.level().percent() == 100
                ? EffectList.without(effects, Effect.OpacityFx.class)
                : EffectList.replaced(effects, new Effect.OpacityFx(edit.level()));
    }

    @Override
    public Phrase done(Opacity edit, EffectTarget on) {
        return Phrase.of("opacity.on", on.name(), Times.decimal(edit.level().percent()));
    }

    @Override
    public Optional<Phrase> already(Opacity edit) {
        return Optional.of(Phrase.of("opacity.same", Times.decimal(edit.level().percent())));
    }
}
