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
import io.retake.engine.effect.EffectList;
import io.retake.engine.phrase.Phrase;
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
                    project.draft(), "canvas.upscale-not-larger", size(canvas), Notations.SIZE.write(edit.size()));
        }
        return Result.of(plain(project.draft().withCanvas(next)), "canvas.upscaled", size(canvas), size(next));
    }

    /** Removes neural upscaling from a draft. */
    private static Draft plain(Draft draft) {
        return draft.withEffects(EffectList.without(draft.effects(), Effect.UpscaledFx.class));
    }

    static Result resize(Project project, Resize edit) {
        Canvas canvas = canvas(project);
        Canvas next = sized(canvas, edit.size(), false);
        if (next.width() == canvas.width() && next.height() == canvas.height()) {
            return Result.of(project.draft(), "canvas.size-same", size(canvas));
        }
        return Result.of(plain(project.draft().withCanvas(next)), "canvas.resized", size(canvas), size(next));
    }

    static Result aspect(Project project, Aspect edit) {
        Canvas canvas = canvas(project);
        int width = edit.ratio().width();
        int height = edit.ratio().height();
        double scale = canvas.lines() / (double) Math.min(width, height);
        Canvas next = checked(width * scale, height * scale, edit.fit(), canvas.sharpen());
        String ratio = Notations.RATIO_OF.write(edit.ratio());
        if (next.equals(canvas)) {
            return Result.of(project.draft(), "canvas.aspect-same", ratio, size(canvas));
        }
        return Result.of(project.draft().withCanvas(next), "canvas.aspect-changed", ratio, size(next), fit(edit.fit()));
    }

    private static Phrase fit(Fit fit) {
        return switch (fit) {
            case CROP -> Phrase.of("canvas.fit-crop");
            case PAD -> Phrase.of("canvas.fit-bars");
            case BLUR -> Phrase.of("canvas.fit-blur");
        };
    }

    private static Canvas canvas(Project project) {
        return project.draft().canvas().orElseThrow(() -> EditRejected.of("canvas.empty"));
    }

    private static Canvas sized(Canvas canvas, FrameSize size, boolean sharpen) {
        if (size instanceof FrameSize.Pixels pixels) {
            return checked(pixels.width(), pixels.height(), canvas.fit(), sharpen);
        }
        FrameSize.Lines lines = (FrameSize.Lines) size;
        double scale = lines.count() / (double) canvas.lines();
        requireRoom(canvas.width() * scale, canvas.height() * scale);
        FrameSize.Pixels pixels = lines.in(canvas.width(), canvas.height());
        return checked(pixels.width(), pixels.height(), canvas.fit(), sharpen);
    }

    private static Canvas checked(double width, double height, Fit fit, boolean sharpen) {
        requireRoom(width, height);
        return new Canvas(CanvasSide.of(width), CanvasSide.of(height), fit, sharpen);
    }

    private static void requireRoom(double width, double height) {
        if (Math.round(width) > CanvasSide.MOST || Math.round(height) > CanvasSide.MOST) {
            throw EditRejected.of("canvas.too-large", Math.round(width), Math.round(height), CanvasSide.MOST);
        }
    }

    private static String size(Canvas canvas) {
        return String.format(Locale.ROOT, "%dx%d", canvas.width(), canvas.height());
    }
}
