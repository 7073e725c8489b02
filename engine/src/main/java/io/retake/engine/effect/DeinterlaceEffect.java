package io.retake.engine.effect;

import io.retake.core.draft.Effect;
import io.retake.core.edit.picture.Deinterlace;
import io.retake.engine.effect.target.EffectTarget;
import io.retake.engine.filter.SourcePicture;
import io.retake.engine.media.VideoInfo;
import io.retake.engine.phrase.Phrase;
import java.util.List;

/** Deinterlaces: makes whole frames of fields. */
public final class DeinterlaceEffect implements SourceEffect<Effect.DeinterlaceFx>, SetEdit<Deinterlace> {
    DeinterlaceEffect() {}

    /** Returns the filter that comes before all others, with a comma after it: where it is asked for, or the footage has fields. */
    public static String fields(VideoInfo footage, List<Effect> effects) {
        if (EffectList.has(effects, Effect.DeinterlaceFx.class)) {
            return "bwdif=mode=send_frame:deint=all,";
        }
        return footage.interlaced() ? "bwdif=mode=send_frame:deint=interlaced," : "";
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
