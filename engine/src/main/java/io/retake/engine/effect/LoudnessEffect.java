package io.retake.engine.effect;

import io.retake.core.draft.Effect;
import io.retake.core.edit.sound.Loudness;
import io.retake.core.vocabulary.Notations;
import io.retake.engine.effect.kind.EffectKind;
import io.retake.engine.effect.kind.Measurement;
import io.retake.engine.effect.kind.Stage;
import io.retake.engine.effect.target.EffectLayer;
import io.retake.engine.effect.target.EffectTarget;
import io.retake.engine.filter.Filter;
import io.retake.engine.filter.FilterNumbers;
import io.retake.engine.phrase.Phrase;
import java.util.List;
import java.util.Optional;

/** Normalizes the loudness of the whole mix. */
public final class LoudnessEffect implements EffectKind<Effect.LoudnessFx>, SetEdit<Loudness> {
    LoudnessEffect() {}

    /**
     * Returns the filters that bring the mix there. The peaks that a higher level brings are
     * held a decibel below full scale, as broadcasters ask.
     *
     * @param decibels as {@link Measurement#LOUDNESS} gave it; 0 for none
     */
    public static List<Filter> filters(double decibels) {
        return decibels == 0
                ? List.of()
                : List.of(
                        Filter.of("volume", FilterNumbers.number(decibels) + "dB"),
                        Filter.of("alimiter")
                                .with("level", "disabled")
                                .with("limit", "0.89")
                                .with("attack", 5)
                                .with("release", 60)
                                .with("latency", 1));
    }

    @Override
    public Class<Effect.LoudnessFx> type() {
        return Effect.LoudnessFx.class;
    }

    @Override
    public Stage stage() {
        return Stage.ANY;
    }

    @Override
    public Optional<Measurement> measurement() {
        return Optional.of(Measurement.LOUDNESS);
    }

    @Override
    public Class<Loudness> edit() {
        return Loudness.class;
    }

    @Override
    public EffectLayer layer(Loudness edit) {
        return EffectLayer.TIMELINE;
    }

    @Override
    public Effect effect(Loudness edit) {
        return new Effect.LoudnessFx(edit.target());
    }

    @Override
    public Phrase done(Loudness edit, EffectTarget on) {
        return Phrase.of("loudness.set", words(edit));
    }

    @Override
    public Optional<Phrase> already(Loudness edit) {
        return Optional.of(Phrase.of("loudness.same", words(edit)));
    }

    private static String words(Loudness edit) {
        return Notations.LOUDNESS.write(edit.target());
    }
}
