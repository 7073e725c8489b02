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
import java.util.Map;
import java.util.Optional;

/** What edits call the objects of one timeline: {@code title 1}. */
final class ObjectNames {
    private final Map<Segment, String> names = new IdentityHashMap<>();
    private final List<NumberedObject> transitions;

    private ObjectNames(Draft draft) {
        NumberedObject.all(draft).stream()
                .filter(object -> object.kind() != ObjectKind.TRANSITION)
                .forEach(object -> names.put(object.segment(), object.name()));
        transitions = NumberedObject.of(draft, ObjectKind.TRANSITION);
    }

    static ObjectNames of(Draft draft) {
        return new ObjectNames(draft);
    }

    /** Returns the name of a segment over the picture; empty for all others. */
    Optional<String> of(Segment segment) {
        return Optional.ofNullable(names.get(segment));
    }

    /** Returns the name of the transition into a clip. */
    @SuppressWarnings("ReferenceEquality") // the same footage twice is two clips
    Optional<String> transition(Segment clip) {
        return transitions.stream()
                .filter(transition -> transition.segment() == clip)
                .map(NumberedObject::name)
                .findFirst();
    }

    /** Returns a line with all transitions: {@code Transitions: 1 crossfade 1 s at 0:09}; empty when there are none. */
    Optional<String> transitions() {
        List<String> each = transitions.stream().map(ObjectNames::transition).toList();
        return each.isEmpty()
                ? Optional.empty()
                : Optional.of(ProgramMessages.text("timeline.transitions", String.join(", ", each)));
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
