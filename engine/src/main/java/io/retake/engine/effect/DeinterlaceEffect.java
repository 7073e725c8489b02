package io.retake.engine.effect;

import io.retake.core.draft.Effect;
import io.retake.core.edit.picture.Deinterlace;
import io.retake.engine.effect.kind.SourceEffect;
import io.retake.engine.effect.kind.Stage;
import io.retake.engine.effect.target.EffectTarget;
import io.retake.engine.filter.Filter;
import io.retake.engine.filter.SourcePicture;
import io.retake.engine.media.VideoInfo;
import io.retake.engine.phrase.Phrase;
import java.util.List;

/** Deinterlaces: makes whole frames of fields. */
public final class DeinterlaceEffect implements SourceEffect<Effect.DeinterlaceFx>, SetEdit<Deinterlace> {
    DeinterlaceEffect() {}

    /** Returns the filters that come before all others: one where it is asked for, or the footage has fields. */
    public static List<Filter> fields(VideoInfo footage, List<Effect> effects) {
        if (EffectList.has(effects, Effect.DeinterlaceFx.class)) {
            return List.of(bwdif("all"));
        }
        return footage.interlaced() ? List.of(bwdif("interlaced")) : List.of();
    }

    private static Filter bwdif(String frames) {
        return Filter.of("bwdif").with("mode", "send_frame").with("deint", frames);
    }

    @Override
    public Class<Effect.DeinterlaceFx> type() {
        return Effect.DeinterlaceFx.class;
    }

    @Override
    public Stage stage() {
        return Stage.FIELDS;
    }

    /** Leaves the picture: {@link #fields} comes before frames are brought to the export's rate. */
    @Override
    public SourcePicture on(SourcePicture picture, Effect.DeinterlaceFx effect) {
        return picture;
    }

    @Override
    public Class<Deinterlace> edit() {
        return Deinterlace.class;
    }

    @Override
    public Effect effect(Deinterlace edit) {
        return new Effect.DeinterlaceFx();
    }

    @Override
    public Phrase done(Deinterlace edit, EffectTarget on) {
        return Phrase.of("deinterlace.on");
    }
}
