package io.retake.engine.timeline;

import io.retake.core.draft.Draft;
import io.retake.core.draft.NumberedObject;
import io.retake.core.draft.Segment;
import io.retake.core.draft.Track;
import io.retake.core.draft.TrackType;
import io.retake.core.edit.value.ObjectKind;
import io.retake.core.edit.value.Target;
import io.retake.engine.phrase.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds the objects of a timeline by what users call them. */
public final class TimelineObjects {
    private static final int NAMED_IN_A_MESSAGE = 8;

    private TimelineObjects() {}

    /** Returns the objects of a kind, in the order of their numbers. */
    public static List<TimelineObject> of(Draft draft, ObjectKind kind) {
        return NumberedObject.of(draft, kind).stream()
                .map(object -> new TimelineObject(object.kind(), object.number(), object.segment()))
                .toList();
    }

    /**
     * Returns the objects that a target names; empty when it names none of these kinds.
     *
     * @throws EditRejected when they aren't there; the reason says what is
     */
    public static List<TimelineObject> named(Draft draft, Target on) {
        if (on instanceof Target.Item item) {
            return List.of(of(draft, item.kind()).stream()
                    .filter(object -> object.number() == item.number())
                    .findFirst()
                    .orElseThrow(() -> missing(draft, item)));
        }
        if (on instanceof Target.Every every) {
            return required(draft, every.kind());
        }
        if (on.equals(new Target.Layer(Target.TrackKind.TEXT))) {
            List<TimelineObject> texts = new ArrayList<>(of(draft, ObjectKind.TITLE));
            texts.addAll(of(draft, ObjectKind.LOWER_THIRD));
            return texts;
        }
        return List.of();
    }

    private static List<TimelineObject> required(Draft draft, ObjectKind kind) {
        List<TimelineObject> all = of(draft, kind);
        if (all.isEmpty()) {
            throw new EditRejected(there(draft, kind));
        }
        return all;
    }

    private static EditRejected missing(Draft draft, Target.Item item) {
        boolean joint = item.kind() == ObjectKind.TRANSITION
                && item.number() < Timelines.video(draft).segments().size();
        Phrase missing = joint
                ? Phrase.of("object.no-transition", item.number(), item.number() + 1)
                : Phrase.of("object.missing", TimelineObject.word(item.kind()), item.number());
        return new EditRejected(Phrase.sentences(List.of(missing, there(draft, item.kind()))));
    }

    /** Returns a sentence that says which objects of a kind there are. */
    static Phrase there(Draft draft, ObjectKind kind) {
        List<TimelineObject> all = of(draft, kind);
        if (all.isEmpty()) {
            return Phrase.of("object.none", TimelineObject.words(kind));
        }
        Phrase list = Phrase.list(all.stream()
                .limit(NAMED_IN_A_MESSAGE)
                .map(TimelineObject::entry)
                .toList());
        Phrase more = all.size() > NAMED_IN_A_MESSAGE ? new Phrase(" …", " …") : Phrase.NOTHING;
        return all.size() == 1
                ? Phrase.of("object.one", TimelineObject.word(kind), list)
                : Phrase.of("object.several", all.size(), TimelineObject.words(kind), list.and(more));
    }

    /** Resolves a text to the number of the object that has it; the rest of a target stays as it is. */
    static Target.Item worded(Draft draft, Target.Worded worded) {
        List<TimelineObject> all = required(draft, worded.kind());
        List<Function<String, Boolean>> ways = List.of(
                worded.text()::equals,
                worded.text()::equalsIgnoreCase,
                text -> Asset.stem(text).equalsIgnoreCase(worded.text()));
        for (Function<String, Boolean> way : ways) {
            List<TimelineObject> found = all.stream()
                    .filter(object -> way.apply(
                            object.segment().text().or(object.segment()::title).orElse("")))
                    .toList();
            if (found.size() == 1) {
                return new Target.Item(worded.kind(), found.get(0).number());
            }
            if (!found.isEmpty()) {
                throw EditRejected.of(
                        "object.ambiguous",
                        worded.text(),
                        TimelineObject.words(worded.kind()),
                        Phrase.list(found.stream().map(TimelineObject::entry).toList()));
            }
        }
        throw new EditRejected(Phrase.sentences(List.of(
                Phrase.of("object.no-text", TimelineObject.word(worded.kind()), worded.text()),
                there(draft, worded.kind()))));
    }

    /** Returns the last object of a kind. */
    static Target.Item last(Draft draft, ObjectKind kind) {
        List<TimelineObject> all = required(draft, kind);
        return new Target.Item(kind, all.get(all.size() - 1).number());
    }

    /** Returns the timeline with objects over the picture changed, each in its place; empty takes one off. */
    public static Draft changed(Draft draft, List<TimelineObject> objects, Function<Segment, List<Segment>> change) {
        return Timelines.mapped(draft, TimelineObjects::isLayer, segments -> changed(segments, objects, change));
    }

    private static boolean isLayer(Track track) {
        return track.overlay() || track.is(TrackType.TEXT);
    }

    @SuppressWarnings("ReferenceEquality") // two objects may be equal
    private static List<Segment> changed(
            List<Segment> segments, List<TimelineObject> objects, Function<Segment, List<Segment>> change) {
        return segments.stream()
                .flatMap(segment -> objects.stream().anyMatch(object -> object.segment() == segment)
                        ? change.apply(segment).stream()
                        : Stream.of(segment))
                .toList();
    }
}
