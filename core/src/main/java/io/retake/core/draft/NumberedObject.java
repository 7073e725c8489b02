package io.retake.core.draft;

import io.retake.core.edit.value.ObjectKind;
import io.retake.core.edit.value.Position;
import io.retake.core.edit.value.TitleStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A title, a lower third, an overlay or a transition of a timeline, with the number by which edits name it.
 *
 * @param number from 1: those over the picture by when they appear, a transition by the clip before it
 * @param segment its segment; of a transition the clip that comes in
 */
public record NumberedObject(ObjectKind kind, int number, Segment segment) {

    /** Returns the objects of a kind, in the order of their numbers; none for clips and scenes. */
    public static List<NumberedObject> of(Draft draft, ObjectKind kind) {
        if (kind == ObjectKind.TRANSITION) {
            return transitions(draft);
        }
        List<NumberedObject> objects = new ArrayList<>();
        draft.tracks().stream()
                .filter(NumberedObject::isLayer)
                .flatMap(track -> track.segments().stream())
                .filter(segment -> kind(segment) == kind)
                .sorted(Comparator.comparing(Segment::start))
                .forEach(segment -> objects.add(new NumberedObject(kind, objects.size() + 1, segment)));
        return objects;
    }

    /** Returns all objects of a timeline. */
    public static List<NumberedObject> all(Draft draft) {
        return Stream.of(ObjectKind.TITLE, ObjectKind.LOWER_THIRD, ObjectKind.OVERLAY, ObjectKind.TRANSITION)
                .flatMap(kind -> of(draft, kind).stream())
                .toList();
    }

    /** Returns what edits call it: {@code title 1}. */
    public String name() {
        return kind.word() + " " + number;
    }

    private static boolean isLayer(Track track) {
        return track.is(TrackType.TEXT) ? !track.captions() : track.is(TrackType.VIDEO) && track.overlay();
    }

    /** Returns the kind of a segment over the picture. The edit {@code lowerThird} gives its names this look. */
    private static ObjectKind kind(Segment segment) {
        if (segment.text().isEmpty()) {
            return ObjectKind.OVERLAY;
        }
        boolean third = segment.subline().isPresent()
                || (segment.position() == Position.LOWER_THIRD && segment.style() == TitleStyle.BOX);
        return third ? ObjectKind.LOWER_THIRD : ObjectKind.TITLE;
    }

    private static List<NumberedObject> transitions(Draft draft) {
        List<Segment> clips = draft.tracks(TrackType.VIDEO).stream()
                .filter(track -> !track.overlay())
                .findFirst()
                .map(Track::segments)
                .orElse(List.of());
        List<NumberedObject> objects = new ArrayList<>();
        for (int i = 1; i < clips.size(); i++) {
            if (clips.get(i).blend().isPresent()) {
                objects.add(new NumberedObject(ObjectKind.TRANSITION, i, clips.get(i)));
            }
        }
        return objects;
    }
}
