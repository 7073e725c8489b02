package io.retake.engine.edit.target;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Effect;
import io.retake.core.draft.Segment;
import io.retake.core.draft.Track;
import io.retake.core.edit.value.ObjectKind;
import io.retake.core.edit.value.Times;
import io.retake.core.protocol.TerminalText;
import io.retake.engine.effect.EffectList;
import io.retake.engine.phrase.Phrase;
import io.retake.engine.timeline.OverlayLayers;
import io.retake.engine.timeline.TimeRange;
import io.retake.engine.timeline.TimelineObject;
import io.retake.engine.timeline.TimelineObjects;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts changed objects back over the picture. */
public final class MovedObjects {
    private MovedObjects() {}

    /** Returns the timeline with a segment changed: on its track, or on another where others are in its way now. */
    @SuppressWarnings("ReferenceEquality") // two objects may be equal
    public static Draft placed(Draft draft, Segment segment, Segment changed) {
        List<Track> tracks = new ArrayList<>(draft.tracks());
        for (int i = 0; i < tracks.size(); i++) {
            Track track = tracks.get(i);
            List<Segment> others = new ArrayList<>(track.segments());
            if (!others.removeIf(other -> other == segment)) {
                continue;
            }
            boolean free = others.stream().noneMatch(other -> overlap(other, changed));
            if (free) {
                others.add(changed);
                others.sort(Comparator.comparing(Segment::start));
            }
            if (others.isEmpty()) {
                tracks.remove(i);
            } else {
                tracks.set(i, track.withSegments(others));
            }
            Draft next = draft.withTracks(tracks);
            return free ? next : added(next, changed);
        }
        return draft;
    }

    /** Returns the timeline with one more segment over the picture. */
    public static Draft added(Draft draft, Segment segment) {
        return segment.text().isPresent() ? OverlayLayers.text(draft, segment) : OverlayLayers.overlay(draft, segment);
    }

    private static boolean overlap(Segment a, Segment b) {
        return a.start().compareTo(b.end()) < 0 && b.start().compareTo(a.end()) < 0;
    }

    /** Says where and when an object is now, and its number if that changed. */
    public static Phrase told(Draft draft, TimelineObject before, Segment changed) {
        TimelineObject now = List.of(ObjectKind.TITLE, ObjectKind.LOWER_THIRD, ObjectKind.OVERLAY).stream()
                .flatMap(kind -> TimelineObjects.of(draft, kind).stream())
                .filter(object -> object.segment().equals(changed))
                .findFirst()
                .orElse(before);
        Phrase number = now.number() == before.number() && now.kind() == before.kind()
                ? Phrase.NOTHING
                : Phrase.of("change.now-number", TimelineObject.word(now.kind()), now.number());
        TimeRange span = now.span();
        return Phrase.of(
                "change.object",
                before.name(),
                position(now),
                span,
                text(before, now).and(opacity(before, now)),
                number);
    }

    private static Phrase text(TimelineObject before, TimelineObject now) {
        String text = now.segment().text().orElse("");
        return text.equals(before.segment().text().orElse(""))
                ? Phrase.NOTHING
                : Phrase.of("change.text", TerminalText.excerpt(text, 60));
    }

    private static Phrase opacity(TimelineObject before, TimelineObject now) {
        double seen = percent(now);
        return seen == percent(before) ? Phrase.NOTHING : Phrase.of("change.opacity", Times.decimal(seen));
    }

    private static double percent(TimelineObject object) {
        return EffectList.last(object.segment().effects(), Effect.OpacityFx.class)
                .map(opacity -> opacity.level().percent())
                .orElse(100.0);
    }

    private static Phrase position(TimelineObject object) {
        return switch (object.segment().position()) {
            case CENTER -> Phrase.of("position.center");
            case TOP -> Phrase.of("position.top");
            case BOTTOM -> Phrase.of("position.bottom");
            case LOWER_THIRD -> Phrase.of("position.lower-third");
            case TOP_LEFT -> Phrase.of("position.top-left");
            case TOP_RIGHT -> Phrase.of("position.top-right");
            case BOTTOM_LEFT -> Phrase.of("position.bottom-left");
            case BOTTOM_RIGHT -> Phrase.of("position.bottom-right");
        };
    }
}
