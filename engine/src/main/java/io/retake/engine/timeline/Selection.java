package io.retake.engine.timeline;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.edit.Ranges;
import io.retake.core.edit.value.Target;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The clips that an edit means, and which ranges of them. Each run of clips is cut by itself: a clip that overlaps it in
 * a transition stays as it is.
 */
public final class Selection {
    private final Draft draft;
    private final List<Segment> clips;
    private final Target on;
    private final List<ClipRun> runs;

    private Selection(Draft draft, Target on, List<ClipRun> runs) {
        this.draft = draft;
        this.clips = Timelines.video(draft).segments();
        this.on = on;
        this.runs = runs;
    }

    /**
     * Adjacent clips, and their selected ranges.
     *
     * @param first the first clip, counted from 0
     * @param end the clip after the last
     * @param spans in the timeline's time, in order, without overlap
     */
    private record ClipRun(int first, int end, List<TimeRange> spans) {}

    /** Selects the whole target. */
    public static Selection of(Draft draft, Target on) {
        List<Segment> clips = Timelines.video(draft).segments();
        if (on instanceof Target.Clip clip) {
            return new Selection(draft, on, each(clips, List.of(Targets.clip(draft, clip.number()))));
        }
        if (on instanceof Target.Scene scene) {
            return new Selection(draft, on, joined(clips, each(clips, Scenes.named(draft, scene.number()))));
        }
        if (on instanceof Target.Named named) {
            return new Selection(draft, on, each(clips, Targets.named(draft, named.name())));
        }
        Targets.requirePicture(on);
        TimeRange all = new TimeRange(0, Timelines.lengthMs(draft));
        return new Selection(draft, on, List.of(new ClipRun(0, clips.size(), List.of(all))));
    }

    /** The ranges within each of the target's stretches; moments count from the start of each. */
    public static Selection of(Draft draft, Target on, Ranges ranges) {
        return of(draft, on).within(ranges);
    }

    private static List<ClipRun> each(List<Segment> clips, List<Segment> wanted) {
        Set<Segment> chosen = Collections.newSetFromMap(new IdentityHashMap<>());
        chosen.addAll(wanted);
        List<ClipRun> runs = new ArrayList<>();
        for (int i = 0; i < clips.size(); i++) {
            if (chosen.contains(clips.get(i))) {
                runs.add(new ClipRun(i, i + 1, List.of(TimeRange.of(clips.get(i)))));
            }
        }
        return runs;
    }

    /** Neighbours as one: moments count from where a scene begins, however many pieces it has. */
    private static List<ClipRun> joined(List<Segment> clips, List<ClipRun> runs) {
        List<ClipRun> next = new ArrayList<>();
        for (ClipRun run : runs) {
            ClipRun last = next.isEmpty() ? new ClipRun(-1, -1, List.of()) : next.get(next.size() - 1);
            if (last.end() == run.first()) {
                long start = last.spans().get(0).startMs();
                long end = clips.get(run.first()).end().toMillis();
                next.set(next.size() - 1, new ClipRun(last.first(), run.end(), List.of(new TimeRange(start, end))));
            } else {
                next.add(run);
            }
        }
        return next;
    }

    private Selection within(Ranges ranges) {
        return narrowed(run ->
                new ClipRun(run.first(), run.end(), Targets.within(run.spans().get(0), ranges, on)));
    }

    private Selection narrowed(UnaryOperator<ClipRun> change) {
        return new Selection(draft, on, runs.stream().map(change).toList());
    }

    /** Returns this selection without another one of the same target. */
    public Selection without(Selection kept) {
        List<ClipRun> rest = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            List<TimeRange> spans =
                    runs.get(i).spans().get(0).without(kept.runs.get(i).spans());
            rest.add(new ClipRun(runs.get(i).first(), runs.get(i).end(), spans));
        }
        return new Selection(draft, on, rest);
    }

    /** Selects the given ranges of each clip, by its number from 0. */
    public static Selection ofClips(Draft draft, Target on, List<List<TimeRange>> spans) {
        List<ClipRun> runs = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            if (!spans.get(i).isEmpty()) {
                runs.add(new ClipRun(i, i + 1, spans.get(i)));
            }
        }
        return new Selection(draft, on, runs);
    }

    /**
     * Moves every edge that is within a transition out of it, to its nearer end: an edit of a range then
     * leaves the transition whole.
     */
    public Selection besideJoins() {
        List<TimeRange> joins = Joins.spans(clips);
        return joins.isEmpty() ? this : narrowed(run -> besideJoins(run, joins));
    }

    private ClipRun besideJoins(ClipRun run, List<TimeRange> joins) {
        // A run that ends in a transition can't be cut within it: what remains would lie under the next clip.
        TimeRange last = run.end() < clips.size() ? joins.get(run.end()) : TimeRange.NONE;
        List<TimeRange> spans = run.spans().stream()
                .map(span ->
                        new TimeRange(beside(span.startMs(), run, joins, last), beside(span.endMs(), run, joins, last)))
                .toList();
        for (int i = 0; i < spans.size(); i++) {
            if (spans.get(i).lengthMs() <= 0) {
                throw EditRejected.of(
                        "target.inside-transition",
                        Timelines.time(run.spans().get(i).startMs()),
                        Timelines.time(run.spans().get(i).endMs()),
                        Targets.what(on));
            }
        }
        return new ClipRun(run.first(), run.end(), spans);
    }

    private static long beside(long momentMs, ClipRun run, List<TimeRange> joins, TimeRange last) {
        if (last.lengthMs() > 0 && last.covers(momentMs)) {
            return last.endMs();
        }
        for (int i = run.first(); i < run.end(); i++) {
            TimeRange join = joins.get(i);
            if (join.covers(momentMs)) {
                return momentMs - join.startMs() < join.endMs() - momentMs ? join.startMs() : join.endMs();
            }
        }
        return momentMs;
    }

    /** Returns whether the target is the timeline or a range of it, and not single clips. */
    public boolean isOfTimeline() {
        return on instanceof Target.Everything || on instanceof Target.Layer;
    }

    /** Returns whether any of that clip is selected; clips are counted from 0. */
    public boolean has(int clip) {
        int low = 0;
        int high = runs.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (clip < runs.get(middle).first()) {
                high = middle - 1;
            } else if (clip >= runs.get(middle).end()) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }

    /** Returns the selected ranges, in timeline time. Where clips overlap, two ranges overlap as well. */
    public List<TimeRange> spans() {
        return runs.stream().flatMap(run -> run.spans().stream()).toList();
    }

    public boolean isEmpty() {
        return runs.stream().allMatch(run -> run.spans().isEmpty());
    }

    /** Returns whether everything on the video track is selected. */
    public boolean isAll() {
        return cut(SegmentIds.of(draft)).stream().allMatch(ClipPiece::chosen);
    }

    /** Returns the clips, cut at the edges of the selection. */
    public List<ClipPiece> cut(SegmentIds ids) {
        List<ClipPiece> pieces = new ArrayList<>();
        int clip = 0;
        int stretch = 0;
        for (ClipRun run : runs) {
            for (; clip < run.first(); clip++) {
                pieces.add(new ClipPiece(clips.get(clip), clip, -1));
            }
            for (List<Segment> parts :
                    SegmentSplitter.cutEach(clips.subList(run.first(), run.end()), run.spans(), ids)) {
                for (Segment part : parts) {
                    int inside = SegmentSplitter.insideOf(part, run.spans());
                    pieces.add(new ClipPiece(part, clip, inside < 0 ? -1 : stretch + inside));
                }
                clip++;
            }
            stretch += run.spans().size();
        }
        for (; clip < clips.size(); clip++) {
            pieces.add(new ClipPiece(clips.get(clip), clip, -1));
        }
        return pieces;
    }

    /** Applies a change that keeps lengths to the selected segments. */
    public Draft changed(UnaryOperator<Segment> change) {
        List<Segment> next = besideJoins().cut(SegmentIds.of(draft)).stream()
                .map(piece -> piece.chosen() ? change.apply(piece.segment()) : piece.segment())
                .toList();
        return Timelines.withVideo(draft, next);
    }
}
