package io.retake.engine.agent;

import io.retake.core.draft.Canvas;
import io.retake.core.draft.Draft;
import io.retake.core.draft.Effect;
import io.retake.core.draft.Segment;
import io.retake.core.edit.picture.Crop;
import io.retake.core.edit.picture.Flip;
import io.retake.core.edit.picture.Fps;
import io.retake.core.edit.picture.Overlay;
import io.retake.core.edit.picture.Rotate;
import io.retake.core.edit.picture.Zoom;
import io.retake.core.edit.value.Direction;
import io.retake.core.edit.value.Target;
import io.retake.core.vocabulary.Notations;
import io.retake.engine.agent.read.Phrase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Edits of what part of the picture is seen, which way up, and what lies over it. */
final class Shapes {
    private Shapes() {}

    static Result crop(Project project, Crop edit) {
        Effect crop = new Effect.Crop(edit.left(), edit.right(), edit.top(), edit.bottom());
        Draft next = Effects.on(project.draft(), edit.on(), effects -> Effects.placed(effects, crop));
        double width = 1 - (edit.left().percent() + edit.right().percent()) / 100;
        double height = 1 - (edit.top().percent() + edit.bottom().percent()) / 100;
        Optional<Canvas> canvas = project.draft().canvas();
        Draft framed = isWhole(edit.on()) && canvas.isPresent()
                ? next.withCanvas(canvas(
                        canvas.get(), canvas.get().width() * width, canvas.get().height() * height))
                : next;
        return Result.of(framed, "Cropped: %s.", "已裁剪画面：%s。", edges(edit));
    }

    private static Phrase edges(Crop edit) {
        List<Phrase> parts = new ArrayList<>();
        part(parts, "left", "左", edit.left().percent());
        part(parts, "right", "右", edit.right().percent());
        part(parts, "top", "上", edit.top().percent());
        part(parts, "bottom", "下", edit.bottom().percent());
        return new Phrase(
                String.join(", ", parts.stream().map(Phrase::english).toList()),
                String.join("，", parts.stream().map(Phrase::chinese).toList()));
    }

    private static void part(List<Phrase> parts, String english, String chinese, double percent) {
        if (percent > 0) {
            parts.add(Phrase.of("%s%% at the %s", "%2$s %1$s%%", decimal(percent), Phrase.of(english, chinese)));
        }
    }

    private static String decimal(double percent) {
        return percent == Math.rint(percent) ? String.valueOf((long) percent) : String.valueOf(percent);
    }

    private static boolean isWhole(Target on) {
        return on instanceof Target.Everything || on instanceof Target.Layer;
    }

    private static Canvas canvas(Canvas canvas, double width, double height) {
        return new Canvas(Frames.side(width), Frames.side(height), canvas.fit(), canvas.sharpen());
    }

    static Result rotate(Project project, Rotate edit) {
        Draft next = Effects.on(project.draft(), edit.on(), effects -> rotated(effects, edit.degrees()));
        Optional<Canvas> canvas = project.draft().canvas();
        boolean onSide = edit.degrees() != 180 && isWhole(edit.on()) && canvas.isPresent();
        Draft framed = onSide
                ? next.withCanvas(
                        canvas(canvas.get(), canvas.get().height(), canvas.get().width()))
                : next;
        return Result.of(framed, "Turned clockwise by %s degrees.", "已顺时针旋转 %s 度。", edit.degrees());
    }

    /** Turns right after each other are one. */
    private static List<Effect> rotated(List<Effect> effects, int degrees) {
        int last = lastTurn(effects);
        if (last >= 0 && effects.get(last) instanceof Effect.Rotate earlier) {
            List<Effect> next = new ArrayList<>(effects);
            next.remove(last);
            int sum = (earlier.degrees() + degrees) % 360;
            return sum == 0 ? next : Effects.placed(next, new Effect.Rotate(sum));
        }
        return Effects.placed(effects, new Effect.Rotate(degrees));
    }

    private static int lastTurn(List<Effect> effects) {
        for (int i = effects.size() - 1; i >= 0; i--) {
            Effect effect = effects.get(i);
            if (effect instanceof Effect.Rotate || effect instanceof Effect.Flip || effect instanceof Effect.Crop) {
                return i;
            }
        }
        return -1;
    }

    static Result flip(Project project, Flip edit) {
        Effect flip = new Effect.Flip(edit.direction());
        Draft next = Effects.on(project.draft(), edit.on(), effects -> {
            int last = lastTurn(effects);
            if (last >= 0 && effects.get(last).equals(flip)) {
                List<Effect> back = new ArrayList<>(effects);
                back.remove(last);
                return back;
            }
            return Effects.placed(effects, flip);
        });
        return edit.direction() == Direction.HORIZONTAL
                ? Result.of(next, "Mirrored left to right.", "已左右翻转。")
                : Result.of(next, "Mirrored upside down.", "已上下翻转。");
    }

    static Result zoom(Project project, Zoom edit) {
        Draft draft = project.draft();
        Selection chosen =
                Selection.of(draft, edit.on(), edit.from(), edit.to()).besideJoins();
        List<Span> spans = chosen.spans();
        double more = edit.factor().value() - 1;
        List<Segment> pieces = chosen.cut(Ids.of(draft)).stream()
                .map(piece ->
                        piece.chosen() ? zoomed(piece.segment(), spans.get(piece.stretch()), more) : piece.segment())
                .toList();
        return Result.of(
                Timelines.withVideo(draft, pieces),
                "Zooms in to %s over %s.",
                "在 %2$s 内逐渐放大到 %1$s。",
                Notations.FACTOR.write(edit.factor()),
                spans.get(0) + (spans.size() > 1 ? " …" : ""));
    }

    private static Segment zoomed(Segment segment, Span span, double more) {
        double from = share(span, segment.start().toMillis());
        double to = share(span, segment.end().toMillis());
        return segment.withEffects(
                Effects.replaced(segment.effects(), new Effect.Zoom(1 + more * from, 1 + more * to)));
    }

    private static double share(Span span, long moment) {
        return Math.min(1, (moment - span.startMs()) / (double) span.lengthMs());
    }

    static Result fps(Project project, Fps edit) {
        Draft draft = project.draft();
        String rate = Notations.RATE.write(edit.rate());
        return draft.fps().filter(f -> f == edit.rate().value()).isPresent()
                ? Result.of(draft, "It has %s frames a second already.", "已经是每秒 %s 帧。", rate)
                : Result.of(draft.withFps(edit.rate().value()), "Set to %s frames a second.", "帧率已设为每秒 %s 帧。", rate);
    }

    static Result overlay(Project project, Overlay edit) {
        Draft draft = project.draft();
        Footage file = Library.visual(project, edit.file());
        Span span = Targets.range(draft, edit.from(), edit.to());
        long length = file.kind() == Footage.Kind.IMAGE
                ? span.lengthMs()
                : Math.min(span.lengthMs(), file.duration().toMillis());
        Segment overlay = Segment.ofMedia(
                        Ids.of(draft).next(),
                        file.name(),
                        file.hash(),
                        Duration.ofMillis(span.startMs()),
                        Duration.ofMillis(length))
                .withPlace(edit.position(), edit.size().percent())
                .withGain(0);
        boolean silenced = file.hasAudio();
        return Result.of(
                Layers.overlay(draft, overlay),
                "Laid \"%s\" over the picture at %s.%s",
                "已叠加“%s”（%s）。%s",
                file.name(),
                new Span(span.startMs(), span.startMs() + length),
                silenced ? Phrase.of(" Its own sound is off.", "它自己的声音已关闭。") : Phrase.of("", ""));
    }
}
