package io.retake.engine.effect;

import io.retake.core.draft.Effect;
import io.retake.core.edit.sound.SyncAudio;
import io.retake.core.edit.value.Offset;
import io.retake.engine.effect.kind.EffectEdit;
import io.retake.engine.effect.kind.EffectKind;
import io.retake.engine.effect.kind.Stage;
import io.retake.engine.effect.target.EffectTarget;
import io.retake.engine.effect.target.Portion;
import io.retake.engine.phrase.Phrase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Sound moved against picture, and stretched. The renderer reads the sound from another place of the medium for it. */
final class SyncEffect implements EffectKind<Effect.SyncFx>, EffectEdit<SyncAudio> {
    private static final Duration MOST = Duration.ofMinutes(1);

    @Override
    public Class<Effect.SyncFx> type() {
        return Effect.SyncFx.class;
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
    public Class<SyncAudio> edit() {
        return SyncAudio.class;
    }

    /** Moves add up: later twice is later still. */
    @Override
    public List<Effect> changed(SyncAudio edit, List<Effect> effects, Portion portion, EffectTarget on) {
        Optional<Effect.SyncFx> earlier = effects.stream()
                .filter(Effect.SyncFx.class::isInstance)
                .map(Effect.SyncFx.class::cast)
                .findFirst();
        Duration sum = earlier.map(sync -> sync.offset().later())
                .orElse(Duration.ZERO)
                .plus(edit.offset().later());
        double stretch = earlier.map(Effect.SyncFx::stretch).orElse(1.0);
        if (sum.abs().compareTo(MOST) > 0) {
            throw on.refused("sync.too-far");
        }
        List<Effect> rest = EffectList.without(effects, Effect.SyncFx.class);
        return sum.isZero() && stretch == 1
                ? rest
                : EffectList.placed(rest, new Effect.SyncFx(new Offset(sum), stretch));
    }

    @Override
    public Phrase done(SyncAudio edit, EffectTarget on) {
        long ms = edit.offset().later().toMillis();
        return ms > 0 ? Phrase.of("sync.later", ms) : Phrase.of("sync.earlier", -ms);
    }
}
