package io.retake.engine.effect;

import io.retake.core.draft.Effect;
import io.retake.core.edit.picture.Crop;
import io.retake.engine.effect.kind.EffectEdit;
import io.retake.engine.effect.kind.SourceEffect;
import io.retake.engine.effect.kind.Stage;
import io.retake.engine.effect.target.EffectTarget;
import io.retake.engine.effect.target.Portion;
import io.retake.engine.filter.Filter;
import io.retake.engine.filter.PictureSize;
import io.retake.engine.filter.SourcePicture;
import io.retake.engine.media.VideoInfo;
import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.phrase.Phrase;
import java.util.ArrayList;
import java.util.List;

/** Crops the edges. */
final class CropEffect implements SourceEffect<Effect.CropFx>, EffectEdit<Crop> {
    @Override
    public Class<Effect.CropFx> type() {
        return Effect.CropFx.class;
    }

    @Override
    public Stage stage() {
        return Stage.GEOMETRY;
    }

    @Override
    public SourcePicture on(SourcePicture picture, Effect.CropFx crop) {
        VideoInfo video = picture.video();
        int left = even(video.codedWidth() * crop.left().percent() / 100);
        int top = even(video.codedHeight() * crop.top().percent() / 100);
        int width = even(
                video.codedWidth() * (100 - crop.left().percent() - crop.right().percent()) / 100);
        int height = even(video.codedHeight()
                * (100 - crop.top().percent() - crop.bottom().percent())
                / 100);
        if (width < 2 || height < 2) {
            throw new IllegalArgumentException(
                    EngineMessages.text("crop.nothing-left", video.codedWidth(), video.codedHeight()));
        }
        int w = Math.min(width, video.codedWidth() - left);
        int h = Math.min(height, video.codedHeight() - top);
        return picture.then(Filter.of("crop", w, h, left, top), w, h);
    }

    private static int even(double pixels) {
        return 2 * (int) Math.round(pixels / 2);
    }

    @Override
    public Class<Crop> edit() {
        return Crop.class;
    }

    @Override
    public List<Effect> changed(Crop edit, List<Effect> effects, Portion portion, EffectTarget on) {
        return EffectList.placed(effects, new Effect.CropFx(edit.left(), edit.right(), edit.top(), edit.bottom()));
    }

    @Override
    public PictureSize resized(Crop edit, PictureSize picture) {
        double width = 1 - (edit.left().percent() + edit.right().percent()) / 100;
        double height = 1 - (edit.top().percent() + edit.bottom().percent()) / 100;
        return new PictureSize(picture.width() * width, picture.height() * height);
    }

    @Override
    public Phrase done(Crop edit, EffectTarget on) {
        return Phrase.of("crop.cropped", edges(edit));
    }

    private static Phrase edges(Crop edit) {
        List<Phrase> parts = new ArrayList<>();
        part(parts, "crop.left", edit.left().percent());
        part(parts, "crop.right", edit.right().percent());
        part(parts, "crop.top", edit.top().percent());
        part(parts, "crop.bottom", edit.bottom().percent());
        return Phrase.list(parts);
    }

    private static void part(List<Phrase> parts, String side, double percent) {
        if (percent > 0) {
            parts.add(Phrase.of("crop.part", decimal(percent), Phrase.of(side)));
        }
    }

    private static String decimal(double percent) {
        return percent == Math.rint(percent) ? String.valueOf((long) percent) : String.valueOf(percent);
    }
}
