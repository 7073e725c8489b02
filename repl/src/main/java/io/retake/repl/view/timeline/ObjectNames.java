package io.retake.repl.view.timeline;

import io.retake.core.draft.Draft;
import io.retake.core.draft.NumberedObject;
import io.retake.core.draft.Segment;
import io.retake.core.edit.value.ObjectKind;
import io.retake.core.edit.value.Times;
import io.retake.core.vocabulary.Notations;
import io.retake.repl.message.ProgramMessages;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** The names by which edits call the objects of one timeline: {@code title 1}. */
final class ObjectNames {
    private final IdentityHashMap<Segment, String> names = new IdentityHashMap<>();
    private final IdentityHashMap<Segment, String> joints = new IdentityHashMap<>();
    private final List<NumberedObject> transitions;

    private ObjectNames(Draft draft) {
        NumberedObject.all(draft).stream()
                .filter(object -> object.kind() != ObjectKind.TRANSITION)
                .forEach(object -> names.put(object.segment(), object.name()));
        transitions = NumberedObject.of(draft, ObjectKind.TRANSITION);
        transitions.forEach(transition -> joints.put(transition.segment(), transition.name()));
    }

    static ObjectNames of(Draft draft) {
        return new ObjectNames(draft);
    }

    /** Returns the name of a segment over the picture; empty for all others. */
    Optional<String> of(Segment segment) {
        return Optional.ofNullable(names.get(segment));
    }

    /** Returns it short, for the row of its kind: the number, and the kind only of a lower third; empty for all others. */
    String inBar(Segment segment) {
        String name = names.getOrDefault(segment, "");
        return name.startsWith(ObjectKind.LOWER_THIRD.word()) ? name : name.substring(name.lastIndexOf(' ') + 1);
    }

    /** Returns the name of the transition into a clip. */
    Optional<String> transition(Segment clip) {
        return Optional.ofNullable(joints.get(clip));
    }

    /** Returns a line with the visible transitions, {@code Transitions: 1 crossfade 1 s at 0:09}; empty without any. */
    Optional<String> transitions(Scale scale) {
        List<String> each = transitions.stream()
                .filter(transition -> sees(scale, transition.segment()))
                .map(ObjectNames::transition)
                .toList();
        return each.isEmpty()
                ? Optional.empty()
                : Optional.of(ProgramMessages.text("timeline.transitions", String.join(", ", each)));
    }

    private static boolean sees(Scale scale, Segment clip) {
        long from = clip.start().toMillis();
        return scale.sees(
                from,
                from + clip.blend().map(blend -> blend.duration().toMillis()).orElse(0L));
    }

    private static String transition(NumberedObject transition) {
        Segment clip = transition.segment();
        return clip.blend()
                .map(blend -> ProgramMessages.text(
                        "timeline.transition",
                        transition.number(),
                        Notations.of(blend.kind().getDeclaringClass()).write(blend.kind()),
                        Times.writeLength(blend.duration()),
                        Times.write(clip.start())))
                .orElse("");
    }
}
