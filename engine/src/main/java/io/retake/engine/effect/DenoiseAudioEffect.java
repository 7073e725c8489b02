package io.retake.engine.effect;

import io.retake.core.draft.Effect;
import io.retake.core.edit.sound.DenoiseAudio;
import io.retake.engine.effect.kind.EffectKind;
import io.retake.engine.effect.kind.Stage;
import io.retake.engine.effect.target.EffectTarget;
import io.retake.engine.phrase.Phrase;

/** Denoises speech. The renderer's speech cleaning has its filters, since they need the network's file. */
final class DenoiseAudioEffect implements EffectKind<Effect.DenoiseAudioFx>, SetEdit<DenoiseAudio> {
    @Override
    public Class<Effect.DenoiseAudioFx> type() {
        return Effect.DenoiseAudioFx.class;
    }

    @Override
    public Stage stage() {
        return Stage.ANY;
    }

    @Override
    public boolean isOnEachClip() {
        return true;
    }

    @Override
    public boolean isBeforeCuts() {
        return true;
    }

    @Override
    public boolean isOfSound() {
        return true;
    }

    @Override
    public Class<DenoiseAudio> edit() {
        return DenoiseAudio.class;
    }

    @Override
    public Effect effect(DenoiseAudio edit) {
        return new Effect.DenoiseAudioFx(edit.strength());
    }

    @Override
    public Phrase done(DenoiseAudio edit, EffectTarget on) {
        return Phrase.of("denoise-audio.on", SetEdit.words(edit.strength()));
    }
}
