package io.retake.engine.effect;

import io.retake.core.draft.Effect;
import io.retake.core.edit.sound.FadeAudio;
import io.retake.core.edit.value.Target;
import io.retake.engine.effect.kind.EffectEdit;
import io.retake.engine.effect.kind.EffectKind;
import io.retake.engine.effect.kind.Stage;
import io.retake.engine.effect.target.EffectLayer;
import io.retake.engine.effect.target.EffectTarget;
import io.retake.engine.effect.target.FadeLengths;
import io.retake.engine.effect.target.Portion;
import io.retake.engine.phrase.Phrase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fades the sound alone in and out. */
final class FadeAudioEffect implements EffectKind<Effect.FadeAudioFx>, EffectEdit<FadeAudio> {
    @Override
    public Class<Effect.FadeAudioFx> type() {
        return Effect.FadeAudioFx.class;
    }

    @Override
    public Stage stage() {
        return Stage.ANY;
    }

    @Override
    public Duration soundIn(Effect.FadeAudioFx fade) {
        return fade.in();
    }

    @Override
    public Duration soundOut(Effect.FadeAudioFx fade) {
        return fade.out();
    }

    @Override
    public Optional<Effect> backwards(Effect.FadeAudioFx fade) {
        return Optional.of(new Effect.FadeAudioFx(fade.out(), fade.in()));
    }

    @Override
    public Optional<Effect> held(Effect.FadeAudioFx fade, boolean first) {
        return Optional.empty();
    }

    @Override
    public Effect part(Effect.FadeAudioFx fade, double share, boolean head) {
        return fade.cutOff(!head, head);
    }

    @Override
    public Optional<Effect> within(Effect.FadeAudioFx fade, Duration length) {
        FadeLengths lengths = new FadeLengths(fade.in(), fade.out()).within(length);
        return lengths.isNone() ? Optional.empty() : Optional.of(new Effect.FadeAudioFx(lengths.in(), lengths.out()));
    }

    @Override
    public Class<FadeAudio> edit() {
        return FadeAudio.class;
    }

    @Override
    public EffectLayer layer(FadeAudio edit) {
        if (edit.on() instanceof Target.Layer layer && layer.kind() == Target.TrackKind.MUSIC) {
            return EffectLayer.MUSIC;
        }
        return EffectLayer.isWhole(edit.on()) ? EffectLayer.TIMELINE : EffectLayer.CLIPS;
    }

    @Override
    public void require(FadeAudio edit, EffectTarget on) {
        new FadeLengths(edit.in(), edit.out()).requireRoom(on);
    }

    /** Music may be in pieces that differ in level: it comes in with the first and goes out with the last. */
    @Override
    public List<Effect> changed(FadeAudio edit, List<Effect> effects, Portion portion, EffectTarget on) {
        FadeLengths lengths = new FadeLengths(
                portion.isFirst() ? edit.in() : Duration.ZERO, portion.isLast() ? edit.out() : Duration.ZERO);
        if (lengths.isNone()) {
            return effects;
        }
        for (Effect effect : effects) {
            if (effect instanceof Effect.FadeAudioFx earlier) {
                lengths = lengths.or(earlier.in(), earlier.out());
            }
        }
        List<Effect> next = new ArrayList<>(EffectList.without(effects, Effect.FadeAudioFx.class));
        next.add(new Effect.FadeAudioFx(lengths.in(), lengths.out()));
        return next;
    }

    @Override
    public Phrase done(FadeAudio edit, EffectTarget on) {
        return Phrase.of("fade-audio.sound-only", new FadeLengths(edit.in(), edit.out()).words());
    }

    @Override
    public Optional<Phrase> already(FadeAudio edit) {
        return Optional.of(Phrase.of("fade-audio.same"));
    }
}
