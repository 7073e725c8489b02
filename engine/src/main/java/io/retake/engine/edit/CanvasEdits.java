package io.retake.engine.edit;

import io.retake.core.draft.Canvas;
import io.retake.core.draft.Draft;
import io.retake.core.draft.Effect;
import io.retake.core.edit.picture.Aspect;
import io.retake.core.edit.picture.Resize;
import io.retake.core.edit.picture.Upscale;
import io.retake.core.edit.value.Fit;
import io.retake.core.edit.value.FrameSize;
import io.retake.core.vocabulary.Notations;
import io.retake.engine.agent.read.Phrase;
import io.retake.engine.effect.EffectList;
import io.retake.engine.timeline.CanvasSide;
import io.retake.engine.timeline.EditRejected;
import io.retake.engine.timeline.Project;
import java.util.Locale;

/** Edits of the picture's size and shape. */
final class CanvasEdits {
    private CanvasEdits() {}

    static Result upscale(Project project, Upscale edit) {
        Canvas canvas = canvas(project);
        Canvas next = sized(canvas, edit.size(), true);
        if (!edit.size().enlarges(canvas.width(), canvas.height())) {
            return Result.of(
                    project.draft(),
                    "Nothing to upscale: the picture is already %s. To make it smaller, say resize to %s.",
                    "无需放大：画面已经是 %s。要缩小，请说“缩小到 %s”。",
                    size(canvas),
                    Notations.SIZE.write(edit.size()));
        }
        return Result.of(
                plain(project.draft().withCanvas(next)),
                "Upscaled from %s to %s.",
                "已从 %s 放大到 %s。",
                size(canvas),
                size(next));
    }

    /** Removes neural upscaling from a draft. */
    private static Draft plain(Draft draft) {
        return draft.withEffects(EffectList.without(draft.effects(), Effect.UpscaledFx.class));
    }

    static Result resize(Project project, Resize edit) {
        Canvas canvas = canvas(project);
        Canvas next = sized(canvas, edit.size(), false);
        if (next.width() == canvas.width() && next.height() == canvas.height()) {
            return Result.of(project.draft(), "The picture is already %s.", "画面已经是 %s。", size(canvas));
        }
        return Result.of(
                plain(project.draft().withCanvas(next)),
                "Resized from %s to %s.",
                "画面已从 %s 改为 %s。",
                size(canvas),
                size(next));
    }

    static Result aspect(Project project, Aspect edit) {
        Canvas canvas = canvas(project);
        int width = edit.ratio().width();
        int height = edit.ratio().height();
        double scale = canvas.lines() / (double) Math.min(width, height);
        Canvas next = checked(width * scale, height * scale, edit.fit(), canvas.sharpen());
        String ratio = Notations.RATIO_OF.write(edit.ratio());
        if (next.equals(canvas)) {
            return Result.of(project.draft(), "The picture is already %s (%s).", "画面已经是 %s（%s）。", ratio, size(canvas));
        }
        return Result.of(
                project.draft().withCanvas(next),
                "Changed the aspect ratio to %s (%s, %s).",
                "画面比例改为 %s（%s，%s）。",
                ratio,
                size(next),
                fit(edit.fit()));
    }

    private static Phrase fit(Fit fit) {
        return switch (fit) {
            case CROP -> Phrase.of("cropped to fill", "裁切填满");
            case PAD -> Phrase.of("with black bars", "加黑边");
            case BLUR -> Phrase.of("on a blurred background", "模糊背景");
        };
    }

    private static Canvas canvas(Project project) {
        return project.draft()
                .canvas()
                .orElseThrow(() -> EditRejected.of(
                        "The picture has no size yet. Upload a video or an image first.", "画面还没有尺寸。请先上传视频或图片。"));
    }

    private static Canvas sized(Canvas canvas, FrameSize size, boolean sharpen) {
        if (size instanceof FrameSize.Pixels pixels) {
            return checked(pixels.width(), pixels.height(), canvas.fit(), sharpen);
        }
        double scale = ((FrameSize.Lines) size).count() / (double) canvas.lines();
        return checked(canvas.width() * scale, canvas.height() * scale, canvas.fit(), sharpen);
    }

    private static Canvas checked(double width, double height, Fit fit, boolean sharpen) {
        if (Math.round(width) > CanvasSide.MOST || Math.round(height) > CanvasSide.MOST) {
            throw EditRejected.of(
                    "That would be %sx%s pixels; a side has at most %s. Choose a smaller size.",
                    "那样会是 %sx%s 像素，而每边最多 %s 像素。请选择更小的尺寸。", Math.round(width), Math.round(height), CanvasSide.MOST);
        }
        return new Canvas(CanvasSide.of(width), CanvasSide.of(height), fit, sharpen);
    }

    private static String size(Canvas canvas) {
        return String.format(Locale.ROOT, "%dx%d", canvas.width(), canvas.height());
    }
}
