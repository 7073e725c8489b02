package io.retake.engine.agent;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Effect;
import io.retake.core.draft.Segment;
import io.retake.core.edit.picture.Fade;
import io.retake.core.edit.sound.FadeAudio;
import io.retake.core.edit.value.Target;
import io.retake.core.edit.value.Times;
import io.retake.engine.agent.read.Phrase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Fades from and to black: of the whole timeline, or of a clip. */
final class Fades {
    private Fades() {}

    static Result fade(Project project, Fade edit) {
        Draft draft = project.draft();
        Selection chosen = Selection.of(draft, edit.on());
        chosen.spans().forEach(span -> requireRoom(edit, span));
        Draft next = chosen.isOfTimeline()
                ? draft.withEffects(faded(draft.effects(), edit))
                : Effects.with(chosen, effects -> faded(effects, edit));
        return next.equals(draft)
                ? Result.of(draft, "It fades like that already.", "已经是这样的淡入淡出了。")
                : new Result(next, said(edit));
    }

    static Result sound(Project project, FadeAudio edit) {
        Draft draft = project.draft();
        boolean music = edit.on() instanceof Target.Layer layer && layer.kind() == Target.Kind.MUSIC;
        if (music && !Timelines.hasMusic(draft)) {
            throw Levels.noMusic();
        }
        Selection chosen = Selection.of(draft, music ? Target.EVERYTHING : edit.on());
        Fade room = new Fade(edit.in(), edit.out(), edit.on());
        chosen.spans().forEach(span -> requireRoom(room, span));
        Draft next = music
                ? Timelines.mapped(draft, Timelines::isMusic, segments -> ends(segments, edit))
                : chosen.isOfTimeline()
                        ? draft.withEffects(heard(draft.effects(), edit))
                        : Effects.with(chosen, effects -> heard(effects, edit));
        return next.equals(draft)
                ? Result.of(draft, "The sound fades like that already.", "声音已经是这样的淡入淡出了。")
                : Result.of(next, "The sound alone: %s", "声音%s", said(room));
    }

    /** Music may be in pieces that differ in level: it comes in with the first and goes out with the last. */
    private static List<Segment> ends(List<Segment> segments, FadeAudio edit) {
        List<Segment> next = new ArrayList<>(segments);
        int last = next.size() - 1;
        if (!edit.in().isZero()) {
            FadeAudio in = new FadeAudio(edit.in(), Duration.ZERO, edit.on());
            next.set(0, next.get(0).withEffects(heard(next.get(0).effects(), in)));
        }
        if (!edit.out().isZero()) {
            FadeAudio out = new FadeAudio(Duration.ZERO, edit.out(), edit.on());
            next.set(last, next.get(last).withEffects(heard(next.get(last).effects(), out)));
        }
        return next;
    }

    private static List<Effect> heard(List<Effect> effects, FadeAudio edit) {
        List<Effect> next = new ArrayList<>();
        Duration in = edit.in();
        Duration out = edit.out();
        for (Effect effect : effects) {
            if (effect instanceof Effect.FadeAudio earlier) {
                in = in.isZero() ? earlier.in() : in;
                out = out.isZero() ? earlier.out() : out;
            } else {
                next.add(effect);
            }
        }
        next.add(new Effect.FadeAudio(in, out));
        return next;
    }

    private static void requireRoom(Fade edit, Span span) {
        Duration both = edit.in().plus(edit.out());
        if (both.toMillis() > span.lengthMs()) {
            throw Impossible.of(
                    "A fade of %s has no room: %s is %s long. Choose a shorter one.",
                    "没有足够的长度做 %s 的淡入淡出：%s长 %s。请选择更短的时间。",
                    Times.writeLength(both),
                    Targets.what(edit.on()),
                    Timelines.time(span.lengthMs()));
        }
    }

    /** The end that an edit doesn't name keeps its earlier fade: "fade in" and "fade out" may be said one by one. */
    private static List<Effect> faded(List<Effect> effects, Fade edit) {
        List<Effect> next = new ArrayList<>();
        Duration in = edit.in();
        Duration out = edit.out();
        for (Effect effect : effects) {
            if (effect instanceof Effect.Fade earlier) {
                in = in.isZero() ? earlier.in() : in;
                out = out.isZero() ? earlier.out() : out;
            } else {
                next.add(effect);
            }
        }
        next.add(new Effect.Fade(in, out));
        return next;
    }

    private static Phrase said(Fade edit) {
        if (edit.out().isZero()) {
            return Phrase.of("Fades in over %s.", "%s淡入。", length(edit.in()));
        }
        return edit.in().isZero()
                ? Phrase.of("Fades out over %s.", "%s淡出。", length(edit.out()))
                : Phrase.of("Fades in over %s and out over %s.", "%s淡入，%s淡出。", length(edit.in()), length(edit.out()));
    }

    private static Phrase length(Duration length) {
        String seconds = Times.writeLength(length);
        return new Phrase(seconds, seconds.replace(" s", " 秒"));
    }

    /** Fades in something so long: none longer than it, and both together not either. */
    static List<Effect> clamped(List<Effect> effects, long lengthMs) {
        Duration length = Duration.ofMillis(lengthMs);
        return effects.stream()
                .map(e -> e instanceof Effect.Fade fade
                        ? clamped(fade, length)
                        : e instanceof Effect.FadeAudio sound ? clamped(sound, length) : e)
                .filter(e -> !(e instanceof Effect.Fade f
                        && f.in().isZero()
                        && f.out().isZero()))
                .filter(e -> !(e instanceof Effect.FadeAudio f
                        && f.in().isZero()
                        && f.out().isZero()))
                .toList();
    }

    private static Effect clamped(Effect.FadeAudio fade, Duration length) {
        Duration in = fade.in().compareTo(length) > 0 ? length : fade.in();
        Duration room = length.minus(in);
        return new Effect.FadeAudio(in, fade.out().compareTo(room) > 0 ? room : fade.out());
    }

    private static Effect clamped(Effect.Fade fade, Duration length) {
        Duration in = fade.in().compareTo(length) > 0 ? length : fade.in();
        Duration room = length.minus(in);
        return new Effect.Fade(in, fade.out().compareTo(room) > 0 ? room : fade.out());
    }
}
