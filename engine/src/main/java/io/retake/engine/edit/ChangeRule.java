package io.retake.engine.edit;

import io.retake.core.draft.Blend;
import io.retake.core.draft.Draft;
import io.retake.core.edit.object.ChangeObject;
import io.retake.core.edit.picture.Transition;
import io.retake.core.edit.value.Joint;
import io.retake.core.edit.value.ObjectKind;
import io.retake.core.edit.value.Target;
import io.retake.core.edit.value.Times;
import io.retake.core.vocabulary.Vocabulary;
import io.retake.engine.edit.target.NamedObjects;
import io.retake.engine.phrase.Phrase;
import io.retake.engine.timeline.EditRejected;
import io.retake.engine.timeline.Project;
import io.retake.engine.timeline.Targets;
import io.retake.engine.timeline.TimelineObject;
import io.retake.engine.timeline.TimelineObjects;
import io.retake.engine.timeline.Timelines;
import io.retake.engine.timeline.Transitions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes an object or an effect, and rejects arguments that it doesn't have. */
final class ChangeRule {
    private static final List<String> TITLE = List.of("text", "from", "to", "shift", "position", "style");
    private static final List<String> LOWER_THIRD = List.of("text", "role", "from", "to", "shift");
    private static final List<String> OVERLAY = List.of("from", "to", "shift", "position", "size", "opacity", "amount");
    private static final List<String> TRANSITION = List.of("kind", "duration", "amount");
    private static final List<String> MUSIC = List.of("from", "shift", "level", "duck", "amount");
    private static final List<String> CAPTIONS = List.of("shift", "position", "style");

    private ChangeRule() {}

    static Result change(Project project, ChangeObject edit, Measurements measurements) {
        Draft draft = project.draft();
        Target on = NamedObjects.of(draft, edit.on());
        if (on instanceof Target.EffectOf effect) {
            return new ChangedEffects(project, edit, effect.operation()).changed();
        }
        if (on instanceof Target.Layer layer && layer.kind() == Target.TrackKind.MUSIC) {
            requireOnly(edit, Phrase.of("level.music"), MUSIC);
            return new ChangedMusic(project, edit).changed();
        }
        if (on instanceof Target.Layer layer && layer.kind() == Target.TrackKind.CAPTIONS) {
            requireOnly(edit, Phrase.of("target.captions"), CAPTIONS);
            return ChangedObjects.captions(draft, edit);
        }
        List<TimelineObject> objects = TimelineObjects.named(draft, on);
        if (objects.isEmpty()) {
            throw on.equals(new Target.Layer(Target.TrackKind.TEXT))
                    ? EditRejected.of("object.no-text-at-all")
                    : EditRejected.of("change.not-for", Targets.what(on));
        }
        objects.forEach(object -> requireOnly(edit, TimelineObject.word(object.kind()), arguments(object.kind())));
        Result result = objects.get(0).kind() == ObjectKind.TRANSITION
                ? transitions(project, edit, objects)
                : new ChangedObjects(draft, edit, objects).changed();
        return result.isUnchangedFrom(draft)
                ? result
                : result.and(
                        UndrawableText.in(edit.text().orElse("") + edit.role().orElse(""), measurements));
    }

    private static Result transitions(Project project, ChangeObject edit, List<TimelineObject> transitions) {
        Project now = project;
        List<Phrase> said = new ArrayList<>();
        for (TimelineObject transition : transitions) {
            Blend was = transition.segment().blend().orElseThrow();
            Blend wanted = new Blend(edit.kind().orElse(was.kind()), duration(edit, was));
            if (!wanted.equals(was)) {
                Joint between = new Joint.Between(transition.number(), transition.number() + 1);
                Result next = ClipEdits.transition(now, new Transition(wanted.kind(), wanted.duration(), between));
                now = project.amend(next.draft());
                said.add(Phrase.of(
                        "change.transition",
                        transition.name(),
                        Transitions.kind(wanted.kind()),
                        Times.writeLength(wanted.duration())));
            }
        }
        Draft draft = now.draft();
        return said.isEmpty()
                ? Result.of(project.draft(), "change.same")
                : new Result(
                        draft,
                        Phrase.sentences(said)
                                .and(Phrase.of("change.length-now", Timelines.time(Timelines.lengthMs(draft)))));
    }

    private static Duration duration(ChangeObject edit, Blend was) {
        Duration wanted = edit.duration().orElse(was.duration());
        double ms =
                wanted.toMillis() * edit.amount().map(amount -> amount.factor()).orElse(1.0);
        if (ms < 40 || ms > 10_000) {
            throw EditRejected.of("change.transition-duration", Times.writeLength(Duration.ofMillis(Math.round(ms))));
        }
        return Duration.ofMillis(Math.round(ms));
    }

    private static List<String> arguments(ObjectKind kind) {
        return switch (kind) {
            case LOWER_THIRD -> LOWER_THIRD;
            case OVERLAY -> OVERLAY;
            case TRANSITION -> TRANSITION;
            default -> TITLE;
        };
    }

    /** Rejects an argument that such an object doesn't have. */
    static void requireOnly(ChangeObject edit, Phrase object, List<String> arguments) {
        for (String name : given(edit)) {
            if (!arguments.contains(name)) {
                throw EditRejected.of("change.no-argument", object, name, String.join(", ", arguments));
            }
        }
    }

    /** Returns the names of the given arguments. */
    static List<String> given(ChangeObject edit) {
        return values(edit).entrySet().stream()
                .filter(value -> value.getValue() instanceof Optional<?> given && given.isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    static Map<String, Object> values(ChangeObject edit) {
        return Vocabulary.of(edit).values(edit);
    }
}
