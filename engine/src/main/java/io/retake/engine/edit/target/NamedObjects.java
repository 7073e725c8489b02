package io.retake.engine.edit.target;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.draft.TrackType;
import io.retake.core.edit.value.ObjectKind;
import io.retake.core.edit.value.Target;
import io.retake.engine.timeline.Targets;
import io.retake.engine.timeline.TimelineObject;
import io.retake.engine.timeline.TimelineObjects;
import io.retake.engine.timeline.Timelines;
import java.util.List;

/** Resolves the name of a file that no clip is made of: it means the overlay, or the music, made of it. */
public final class NamedObjects {
    private NamedObjects() {}

    public static Target of(Draft draft, Target on) {
        return on instanceof Target.Named named && isOfClip(draft, named.name()) ? on : ofLayers(draft, on);
    }

    /** Resolves a name, of whose file there may be clips too, to the overlay or the music made of it. */
    public static Target ofLayers(Draft draft, Target on) {
        if (!(on instanceof Target.Named named)) {
            return on;
        }
        List<TimelineObject> overlays = TimelineObjects.of(draft, ObjectKind.OVERLAY).stream()
                .filter(overlay -> !Targets.matching(List.of(overlay.segment()), named.name())
                        .isEmpty())
                .toList();
        if (!overlays.isEmpty()) {
            return overlays.size()
                            == TimelineObjects.of(draft, ObjectKind.OVERLAY).size()
                    ? new Target.Every(ObjectKind.OVERLAY)
                    : Targets.resolved(draft, new Target.Worded(ObjectKind.OVERLAY, named.name()));
        }
        return isOfMusic(draft, named.name()) ? new Target.Layer(Target.TrackKind.MUSIC) : on;
    }

    private static boolean isOfClip(Draft draft, String name) {
        return !Targets.matching(Timelines.video(draft).segments(), name).isEmpty();
    }

    /** Returns whether the music is made of a file. */
    public static boolean isOfMusic(Draft draft, String name) {
        List<Segment> music = draft.tracks(TrackType.AUDIO).stream()
                .filter(Timelines::isMusic)
                .flatMap(track -> track.segments().stream())
                .toList();
        return !Targets.matching(music, name).isEmpty();
    }
}
