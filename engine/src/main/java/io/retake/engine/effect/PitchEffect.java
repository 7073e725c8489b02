package io.retake.engine.effect;

import io.retake.core.draft.Effect;
import io.retake.core.edit.sound.Pitch;
import io.retake.core.edit.value.Target;
import io.retake.engine.effect.kind.EffectEdit;
import io.retake.engine.effect.kind.EffectKind;
import io.retake.engine.effect.kind.Stage;
import io.retake.engine.effect.target.EffectLayer;
import io.retake.engine.effect.target.EffectTarget;
import io.retake.engine.effect.target.Portion;
import io.retake.engine.phrase.Phrase;
import java.util.List;
import java.util.Optional;

/** Sound of another pitch and the same length. The renderer's sound graph has its filters. */
public final class PitchEffect implements EffectKind<Effect.PitchFx>, EffectEdit<Pitch> {
    PitchEffect() {}

    @Override
    public Class<Effect.PitchFx> type() {
        return Effect.PitchFx.class;
    }

    @Override
    public Stage stage() {
        return Stage.ANY;
    }

    @Override
    public boolean isOnEachClip() {
        return true;
    }

    /** It runs before sound is cut to the sample, so that it has sound to work on before the first. */
    @Override
    public boolean isBeforeCuts() {
        return true;
    }

    /** Returns the factor on frequencies of a clip with these effects; 1 for none. */
    public static double factor(List<Effect> effects) {
        return EffectList.last(effects, Effect.PitchFx.class)
                .map(effect -> effect.semitones().factor())
                .orElse(1.0);
    }

    @Override
    public boolean isOfSound() {
        return true;
    }

    @Override
    public Class<Pitch> edit() {
        return Pitch.class;
    }

    @Override
    public EffectLayer layer(Pitch edit) {
        boolean music = edit.on() instanceof Target.Layer layer && layer.kind() == Target.TrackKind.MUSIC;
        return music ? EffectLayer.MUSIC : EffectLayer.CLIPS;
    }

    /** Zero is the recorded pitch. */
    @Override
    public List<Effect> changed(Pitch edit, List<Effect> effects, Portion portion, EffectTarget on) {
        return edit.semitones().count() == 0
                ? EffectList.without(effects, Effect.PitchFx.class)
                : EffectList.replaced(effects, new Effect.PitchFx(edit.semitones()));
    }

    @Override
    public Phrase done(Pitch edit, EffectTarget on) {
        int count = edit.semitones().count();
        Phrase sound = Phrase.of(layer(edit) == EffectLayer.MUSIC ? "pitch.of-music" : "pitch.of-footage");
        if (count == 0) {
            return Phrase.of("pitch.recorded", sound, on.where());
        }
        return Phrase.of(count > 0 ? "pitch.higher" : "pitch.lower", sound, on.where(), Math.abs(count));
    }

    @Override
    public Optional<Phrase> already(Pitch edit) {
        return Optional.of(Phrase.of("pitch.same"));
    }
}
