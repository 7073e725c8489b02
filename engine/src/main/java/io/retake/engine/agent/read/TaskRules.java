package io.retake.engine.agent.read;

import io.retake.core.draft.Canvas;
import io.retake.core.edit.Edit;
import io.retake.core.edit.arrange.CutSilence;
import io.retake.core.edit.arrange.Reorder;
import io.retake.core.edit.arrange.Speed;
import io.retake.core.edit.picture.AutoColor;
import io.retake.core.edit.picture.Denoise;
import io.retake.core.edit.picture.Sharpen;
import io.retake.core.edit.picture.Upscale;
import io.retake.core.edit.session.FindScenes;
import io.retake.core.edit.sound.Loudness;
import io.retake.core.edit.value.Factor;
import io.retake.core.edit.value.FrameSize;
import io.retake.core.edit.value.Lufs;
import io.retake.core.edit.value.Moment;
import io.retake.core.edit.value.Order;
import io.retake.core.edit.value.Strength;
import io.retake.core.edit.value.Target;
import io.retake.core.edit.value.UpscaleMethod;
import io.retake.engine.phrase.Phrase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Rules for tasks that name a purpose and leave the edits open: "remaster it", "reorder the scenes", "adjust the pacing".
 * Each has a default, which the answer states.
 */
final class TaskRules {
    private static final FrameSize.Lines USUAL_SIZE = new FrameSize.Lines(1080);
    private static final double USUAL_LUFS = -14;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final double TEMPO = 1.25;
    private static final Set<String> PACE = Set.of("pace", "pacing", "节奏");
    private static final Set<String> ENHANCE = Set.of("enhance", "增强");
    private static final Set<String> EDITING = Set.of("edit", "编辑", "剪辑");

    private TaskRules() {}

    static Optional<Reading> read(Slots slots) {
        return open(slots)
                .or(() -> remaster(slots))
                .or(() -> enhance(slots))
                .or(() -> order(slots))
                .or(() -> pace(slots));
    }

    /** Parses "edit my clips", which asks for edits and names none. */
    private static Optional<Reading> open(Slots slots) {
        List<Token> verbs = slots.all(Kind.STEP, Kind.TRIM);
        boolean edits = !verbs.isEmpty() && verbs.stream().allMatch(t -> is(slots, t, EDITING));
        return edits && slots.only(Kind.STEP, Kind.TRIM) ? Optional.of(Reading.OPEN) : Optional.empty();
    }

    /** Parses "remaster it to 1080p": what the recipe of that name does to footage without particular faults. */
    private static Optional<Reading> remaster(Slots slots) {
        boolean only = slots.only(Kind.REMASTER, Kind.SIZE, Kind.UPSCALE, Kind.METHOD, Kind.RESOLUTION);
        if (!slots.has(Kind.REMASTER) || !only || slots.all(Kind.SIZE).size() > 1) {
            return Optional.empty();
        }
        FrameSize size = slots.one(Kind.SIZE).map(t -> t.as(FrameSize.class)).orElse(USUAL_SIZE);
        List<Edit> edits = new ArrayList<>();
        edits.add(new Denoise(Strength.LIGHT, Target.EVERYTHING));
        edits.add(new AutoColor(Target.EVERYTHING));
        if (slots.has(Kind.SIZE) || enlarges(slots, USUAL_SIZE)) {
            edits.add(new Upscale(size, method(slots)));
        }
        edits.add(new Sharpen(Strength.LIGHT, Target.EVERYTHING));
        if (slots.surroundings().hasSound()) {
            edits.add(new Loudness(new Lufs(USUAL_LUFS)));
        }
        return Reading.of(edits, Phrase.of("task.remaster"));
    }

    /** Parses "enhance and upscale it to 1080p": more than "enhance it to 1080p", which is another word for upscaling. */
    private static Optional<Reading> enhance(Slots slots) {
        List<Token> verbs = slots.all(Kind.UPSCALE);
        boolean enhances = verbs.stream().anyMatch(t -> is(slots, t, ENHANCE));
        boolean enlarges = verbs.stream().anyMatch(t -> !is(slots, t, ENHANCE));
        Optional<Token> size = slots.one(Kind.SIZE);
        boolean only = slots.only(Kind.UPSCALE, Kind.SIZE, Kind.METHOD, Kind.RESOLUTION);
        return enhances && enlarges && only && size.isPresent()
                ? Reading.of(
                        List.of(
                                new Denoise(Strength.LIGHT, Target.EVERYTHING),
                                new Upscale(size.get().as(FrameSize.class), method(slots)),
                                new Sharpen(Strength.LIGHT, Target.EVERYTHING)),
                        FrameRules.isHd(slots, size.get())
                                ? Phrase.lines(List.of(Phrase.of("task.enhance"), Phrase.of("task.hd")))
                                : Phrase.of("task.enhance"))
                : Optional.empty();
    }

    private static UpscaleMethod method(Slots slots) {
        return slots.one(Kind.METHOD).map(t -> t.as(UpscaleMethod.class)).orElse(UpscaleMethod.AUTO);
    }

    private static boolean enlarges(Slots slots, FrameSize.Lines size) {
        return slots.surroundings()
                .canvas()
                .map(Canvas::lines)
                .filter(l -> l >= size.count())
                .isEmpty();
    }

    /** Parses "reorder the scenes", without an order. */
    private static Optional<Reading> order(Slots slots) {
        boolean some = slots.has(Kind.SCENE)
                || slots.all(Kind.CLIP).stream().anyMatch(t -> !t.value().equals("verb"));
        if (!slots.has(Kind.REORDER) || !some || !slots.only(Kind.REORDER, Kind.SCENE)) {
            return Optional.empty();
        }
        Edit ordered = new Reorder(new Order.By(Order.Rule.LONGEST_FIRST));
        return Reading.of(
                slots.has(Kind.SCENE) ? List.of(new FindScenes(), ordered) : List.of(ordered), Phrase.of("task.order"));
    }

    /** Parses "adjust the pacing", without an amount. */
    private static Optional<Reading> pace(Slots slots) {
        Optional<Token> pace = slots.one(Kind.SPEED).filter(t -> is(slots, t, PACE));
        boolean only = slots.only(Kind.SPEED, Kind.FIX) && slots.has(Kind.LIGHT, Kind.FIX);
        if (pace.isEmpty() || !only) {
            return Optional.empty();
        }
        if (slots.surroundings().hasSound()) {
            return Reading.of(List.of(new CutSilence(PAUSE, Target.EVERYTHING)), Phrase.of("task.pace"));
        }
        List<Double> speeds = slots.surroundings().speeds(Target.EVERYTHING).stream()
                .distinct()
                .toList();
        return speeds.size() > 1
                ? Reading.problem("batch.different-speeds")
                : Reading.of(
                        List.of(new Speed(
                                new Factor(TEMPO * (speeds.isEmpty() ? 1 : speeds.get(0))),
                                Moment.START,
                                Moment.END,
                                Target.EVERYTHING)),
                        Phrase.of("task.pace-silent"));
    }

    private static boolean is(Slots slots, Token token, Set<String> words) {
        return words.contains(slots.words(token).toLowerCase(Locale.ROOT));
    }
}
