package io.retake.engine.edit.target;

import io.retake.core.draft.Draft;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Targeted;
import io.retake.core.edit.arrange.Remove;
import io.retake.core.edit.object.ChangeObject;
import io.retake.core.edit.object.Clear;
import io.retake.core.edit.object.Duplicate;
import io.retake.core.edit.object.Move;
import io.retake.core.edit.object.Replace;
import io.retake.core.edit.sound.Mute;
import io.retake.core.edit.sound.Volume;
import io.retake.core.edit.value.Target;
import io.retake.core.vocabulary.InvalidEdit;
import io.retake.core.vocabulary.Operation;
import io.retake.core.vocabulary.Vocabulary;
import io.retake.engine.effect.EffectKinds;
import io.retake.engine.effect.kind.EffectEdit;
import io.retake.engine.effect.target.EffectLayer;
import io.retake.engine.timeline.EditRejected;
import io.retake.engine.timeline.OverlayLayers;
import io.retake.engine.timeline.Targets;
import io.retake.engine.timeline.TimelineObjects;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Turns the targets of edits into numbers, and rejects those that an edit can't be applied to. */
public final class TargetResolution {
    /** Edits of any object. */
    private static final Set<Class<? extends Edit>> OF_OBJECTS =
            Set.of(Remove.class, ChangeObject.class, Clear.class, Move.class, Replace.class, Duplicate.class);

    /** Edits of the music, beside those of its effects. */
    private static final Set<Class<? extends Edit>> OF_MUSIC = Set.of(Volume.class, Mute.class);

    private TargetResolution() {}

    /** Returns the edit with its target in numbers. */
    public static <E extends Edit> E resolved(Draft draft, E edit) {
        if (!(edit instanceof Targeted targeted)) {
            return edit;
        }
        Target on = Targets.resolved(draft, targeted.on());
        if (on instanceof Target.Sound sound && Vocabulary.of(edit).group() == Group.SOUND) {
            on = footage(sound);
        }
        require(draft, edit, on);
        return on.equals(targeted.on()) ? edit : on(edit, on);
    }

    /** Returns the footage whose sound is meant: of the whole timeline without its music. */
    public static Target footage(Target.Sound sound) {
        return sound.of() instanceof Target.Everything ? new Target.Layer(Target.TrackKind.VIDEO) : sound.of();
    }

    @SuppressWarnings("unchecked") // an edit of the same operation
    private static <E extends Edit> E on(E edit, Target on) {
        Operation operation = Vocabulary.of(edit);
        Map<String, Object> values = new LinkedHashMap<>(operation.values(edit));
        values.put("on", on);
        try {
            return (E) operation.bind(values);
        } catch (InvalidEdit e) {
            // The last clip goes before clip 3, and it is clip 3.
            throw EditRejected.of("object.not-possible", Targets.what(on), String.valueOf(e.getMessage()));
        }
    }

    private static void require(Draft draft, Edit edit, Target on) {
        if (OF_OBJECTS.contains(edit.getClass()) || isFootage(on)) {
            return;
        }
        boolean music = on.equals(new Target.Layer(Target.TrackKind.MUSIC));
        if (music && OF_MUSIC.contains(edit.getClass())) {
            return;
        }
        TimelineObjects.named(draft, on);
        if (EffectKinds.edits().stream().anyMatch(effects -> isFor(effects, edit, on))) {
            return;
        }
        String verb = Vocabulary.of(edit).name();
        if (on instanceof Target.EffectOf) {
            throw EditRejected.of("object.effect-target", verb, Targets.what(on));
        }
        throw on instanceof Target.Sound
                ? EditRejected.of("object.sound-target", verb, Targets.what(on))
                : EditRejected.of("object.not-for", verb, Targets.what(on));
    }

    /** Returns whether an edit makes these effects, and what it is applied to can have them. */
    private static <E extends Edit> boolean isFor(EffectEdit<E> effects, Edit edit, Target on) {
        return effects.edit().isInstance(edit)
                && (effects.layer(effects.edit().cast(edit)) == EffectLayer.MUSIC
                        || (effects.isOnOverlays() && OverlayLayers.isOverlays(on)));
    }

    private static boolean isFootage(Target on) {
        return on instanceof Target.Everything
                || on instanceof Target.Piece
                || on instanceof Target.Named
                || on instanceof Target.Clips
                || on.equals(new Target.Layer(Target.TrackKind.VIDEO));
    }
}
