package io.retake.engine.edit.target;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.edit.Ranges;
import io.retake.core.edit.value.Target;
import io.retake.engine.timeline.EditRejected;
import io.retake.engine.timeline.Project;
import io.retake.engine.timeline.SegmentIds;
import io.retake.engine.timeline.SegmentSplitter;
import io.retake.engine.timeline.Selection;
import io.retake.engine.timeline.Targets;
import io.retake.engine.timeline.TimeRange;
import io.retake.engine.timeline.Timelines;
import java.util.List;

/** Takes a level off again: a muted sound has the level that it had before, as far as the history goes. */
public final class ClearedLevels {
    private final Project project;
    private final Draft draft;
    private final boolean muted;

    public ClearedLevels(Project project, boolean muted) {
        this.project = project;
        this.draft = project.draft();
        this.muted = muted;
    }

    public Draft on(Target on, Ranges ranges) {
        boolean music = on instanceof Target.Layer layer && layer.kind() == Target.TrackKind.MUSIC;
        if (music && !Timelines.hasMusic(draft)) {
            throw EditRejected.of("level.no-music");
        }
        if (music) {
            return music(draft, ranges);
        }
        Selection chosen = Selection.of(draft, on, ranges).where(this::isSet);
        Draft next = chosen.isEmpty() ? draft : chosen.changed(this::cleared);
        // A mute without a target silences the music too.
        boolean both = muted && on instanceof Target.Everything && Timelines.hasMusic(draft);
        return both ? music(next, ranges) : next;
    }

    private Draft music(Draft of, Ranges ranges) {
        List<TimeRange> spans = Targets.within(new TimeRange(0, Timelines.lengthMs(draft)), ranges, Target.EVERYTHING);
        SegmentIds ids = SegmentIds.of(of);
        boolean any = of.tracks().stream()
                .filter(Timelines::isMusic)
                .flatMap(track -> track.segments().stream())
                .anyMatch(this::isSet);
        return any
                ? Timelines.mapped(
                        of,
                        Timelines::isMusic,
                        segments ->
                                SegmentSplitter.inside(SegmentSplitter.cut(segments, spans, ids), spans, this::cleared))
                : of;
    }

    private boolean isSet(Segment segment) {
        return muted ? segment.gain() == 0 : segment.gain() != 0 && segment.gain() != 1;
    }

    private Segment cleared(Segment segment) {
        return isSet(segment) ? segment.withGain(muted ? before(segment) : 1) : segment;
    }

    private double before(Segment segment) {
        List<Draft> past = project.past();
        for (int i = past.size() - 1; i >= 0; i--) {
            List<Segment> earlier = past.get(i).tracks().stream()
                    .filter(track -> !track.overlay())
                    .flatMap(track -> track.segments().stream())
                    .filter(other -> other.gain() > 0 && shows(other, segment))
                    .toList();
            if (!earlier.isEmpty()) {
                return earlier.get(0).gain();
            }
        }
        return 1;
    }

    /** Returns whether an earlier segment shows the beginning of this one. */
    private static boolean shows(Segment earlier, Segment segment) {
        long in = segment.in().toMillis();
        long from = earlier.in().toMillis();
        return earlier.media().isPresent()
                && earlier.media().equals(segment.media())
                && (earlier.loops()
                        || (in >= from
                                && in
                                        < from
                                                + SegmentSplitter.sourceMs(
                                                        earlier,
                                                        earlier.duration().toMillis())));
    }
}
