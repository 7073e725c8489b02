package io.retake.engine.timeline;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.draft.Track;
import io.retake.engine.phrase.EngineMessages;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The rules that every timeline obeys after any edit. No edit should break a rule; one that does is refused, so that
 * the timeline before it is not lost for a fault of this program.
 */
public final class TimelineRules {
    private static final Duration LONGEST = Duration.ofDays(7);

    private TimelineRules() {}

    /** Checks the current timeline: only undo leads out of one that breaks a rule. */
    public static void requireKept(Draft draft) {
        broken(draft).ifPresent(rule -> {
            throw EditRejected.of("timeline.invalid-before", rule);
        });
    }

    /** Checks the timeline that an edit would produce. */
    public static void requireKeptBy(Draft draft) {
        if (draft.end().compareTo(LONGEST) > 0) {
            throw EditRejected.of(
                    "timeline.too-long", Timelines.time(draft.end().toMillis()));
        }
        broken(draft).ifPresent(rule -> {
            throw EditRejected.of("timeline.invalid-after", rule);
        });
    }

    /** Returns the first broken rule and its place; empty when all are kept. */
    static Optional<String> broken(Draft draft) {
        List<Track> tracks = draft.tracks();
        for (int i = 0; i < tracks.size(); i++) {
            List<Segment> segments = tracks.get(i).segments();
            for (int j = 0; j < segments.size(); j++) {
                if (!isATime(segments.get(j))) {
                    return Optional.of(EngineMessages.text(
                            "draft.segment-times",
                            (j + 1),
                            (i + 1),
                            segments.get(j).start().toMillis(),
                            segments.get(j).duration().toMillis()));
                }
            }
        }
        return overlapping(Timelines.video(draft).segments());
    }

    private static boolean isATime(Segment segment) {
        return !segment.start().isNegative()
                && segment.duration().compareTo(Duration.ZERO) > 0
                && !segment.in().isNegative()
                && segment.end().compareTo(LONGEST) <= 0
                && segment.in().compareTo(LONGEST) <= 0;
    }

    /** Clips overlap only in a transition, and no more than two of them. */
    private static Optional<String> overlapping(List<Segment> clips) {
        for (int i = 1; i < clips.size(); i++) {
            Segment clip = clips.get(i);
            boolean late = clip.start().compareTo(clips.get(i - 1).start()) > 0;
            boolean alone = clip.start().compareTo(clips.get(i - 1).end()) >= 0;
            boolean third = i > 1 && clip.start().compareTo(clips.get(i - 2).end()) < 0;
            if (!late || third || (!alone && clip.blend().isEmpty())) {
                return Optional.of(EngineMessages.text(
                        "draft.clips-overlap", (i + 1), clip.start().toMillis(), i));
            }
        }
        return Optional.empty();
    }
}
