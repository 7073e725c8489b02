package io.retake.engine.timeline;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Moves a clip that only its upload placed to where an edit wants it; what lies on it goes with it. */
public final class ClipMove {
    private final Draft draft;
    private final Segment clip;
    private final List<Segment> rest;
    private final List<Segment> laid;

    public ClipMove(Draft draft, Segment clip) {
        this.draft = draft;
        this.clip = clip;
        List<Segment> clips = Timelines.video(draft).segments();
        this.rest = others(clips, clip);
        this.laid = Joins.laid(TransitionJoints.kept(clips, rest));
    }

    @SuppressWarnings("ReferenceEquality") // the same footage twice is two clips
    private static List<Segment> others(List<Segment> clips, Segment clip) {
        return clips.stream().filter(other -> other != clip).toList();
    }

    /** Returns the length of the timeline without the clip, in milliseconds. */
    public long restMs() {
        return laid.isEmpty() ? 0 : laid.get(laid.size() - 1).end().toMillis();
    }

    /** Moves it to the end. */
    public Draft toEnd(List<Asset> media) {
        return arranged(draft, rest, rest.size(), media);
    }

    /** Returns the moment at which it begins when it is moved there: within a transition, after it. */
    public long placeOf(long momentMs) {
        return Ripple.placeOf(laid, momentMs);
    }

    /** Moves it to a moment of the timeline without it; a clip that plays there is split. */
    public Draft to(long momentMs, List<Asset> media) {
        int coming = Joins.at(laid, momentMs);
        int index = coming;
        for (int i = 0; coming < 0 && index < 0; i++) {
            index = i == laid.size() || momentMs < laid.get(i).end().toMillis() ? i : -1;
        }
        long played =
                index == laid.size() ? 0 : momentMs - laid.get(index).start().toMillis();
        return coming >= 0 || played == 0
                ? arranged(draft, rest, index, media)
                : split(rest.get(index), rest.get(index).start().toMillis() + played, index, media);
    }

    @SuppressWarnings("ReferenceEquality")
    private Draft split(Segment other, long atMs, int index, List<Asset> media) {
        List<Segment> parts = new ArrayList<>();
        for (Segment each : Timelines.video(draft).segments()) {
            if (each == other) {
                parts.add(SegmentSplitter.before(each, atMs));
                parts.add(SegmentSplitter.after(each, atMs, SegmentIds.of(draft).next()));
            } else {
                parts.add(each);
            }
        }
        Draft cut = Timelines.withVideo(draft, parts);
        return arranged(cut, others(Timelines.video(cut).segments(), clip), index + 1, media);
    }

    private Draft arranged(Draft from, List<Segment> others, int index, List<Asset> media) {
        List<Segment> order = new ArrayList<>(others);
        order.add(index, clip);
        boolean same = order.equals(Timelines.video(from).segments());
        return UploadedClips.named(same ? from : ClipOrder.of(from, order, media), Set.of(clip.id()));
    }
}
