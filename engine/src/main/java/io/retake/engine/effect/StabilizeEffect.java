package io.retake.engine.effect;

import io.retake.core.draft.Effect;
import io.retake.core.edit.picture.Stabilize;
import io.retake.core.edit.value.Strength;
import io.retake.engine.effect.kind.Measurement;
import io.retake.engine.effect.kind.SourceEffect;
import io.retake.engine.effect.kind.Stage;
import io.retake.engine.effect.target.EffectTarget;
import io.retake.engine.filter.Filter;
import io.retake.engine.filter.SourcePicture;
import io.retake.engine.measure.CameraPath;
import io.retake.engine.media.Rational;
import io.retake.engine.media.VideoInfo;
import io.retake.engine.phrase.Phrase;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stabilizes by the measured camera path of the whole medium. */
public final class StabilizeEffect implements SourceEffect<Effect.StabilizeFx>, SetEdit<Stabilize> {
    StabilizeEffect() {}

    /**
     * Returns the filters for a reel; empty when it isn't asked for. The path is that of the whole
     * medium, so that its pieces go together.
     *
     * @param path as {@link Measurement#CAMERA} gave it, if it did
     * @param first the frame of the medium that the reel begins with, at the export's rate
     * @param frames how many frames of the reel are used
     */
    public static List<Filter> steadied(
            List<Effect> effects,
            @Nullable CameraPath path,
            VideoInfo video,
            long first,
            long frames,
            Rational fps,
            double speed) {
        Optional<Strength> strength =
                EffectList.last(effects, Effect.StabilizeFx.class).map(Effect.StabilizeFx::strength);
        if (path == null || strength.isEmpty()) {
            return List.of();
        }
        Filter steadying = path.steadied(0, path.frames(), strength.get()).filter(first, frames, fps, speed);
        boolean planes = video.pixelFormat().matches("(rgb|bgr|gbr|pal|argb|abgr|0rgb|0bgr).*");
        return planes ? List.of(Filter.of("format", "gbrp"), steadying) : List.of(steadying);
    }

    @Override
    public Class<Effect.StabilizeFx> type() {
        return Effect.StabilizeFx.class;
    }

    @Override
    public Stage stage() {
        return Stage.CAMERA;
    }

    @Override
    public Optional<Measurement> measurement() {
        return Optional.of(Measurement.CAMERA);
    }

    /** One frame has no shake. */
    @Override
    public Optional<Effect> held(Effect.StabilizeFx effect, boolean first) {
        return Optional.empty();
    }

    /** Leaves the picture: {@link #steadied} counts the frames of the medium. */
    @Override
    public SourcePicture on(SourcePicture picture, Effect.StabilizeFx effect) {
        return picture;
    }

    @Override
    public Class<Stabilize> edit() {
        return Stabilize.class;
    }

    @Override
    public Effect effect(Stabilize edit) {
        return new Effect.StabilizeFx(edit.strength());
    }

    @Override
    public Phrase done(Stabilize edit, EffectTarget on) {
        return Phrase.of("stabilize.on", SetEdit.words(edit.strength()));
    }
}
