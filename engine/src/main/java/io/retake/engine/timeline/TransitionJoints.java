package io.retake.engine.timeline;

import io.retake.core.draft.Blend;
import io.retake.core.draft.Segment;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Which transitions there are when clips stand in another order: between two that were joined and still meet, whichever
 * comes first; and everywhere, when the same one was everywhere and all clips are still there. A clip that is repeated
 * meets itself with a cut.
 */
final class TransitionJoints {
    private final List<Segment> clips;
    private final IdentityHashMap<Segment, Integer> numbers = new IdentityHashMap<>();

    private TransitionJoints(List<Segment> clips) {
        this.clips = clips;
        for (int i = 0; i < clips.size(); i++) {
            numbers.put(clips.get(i), i);
        }
    }

    /** The order with its transitions; the clips of the order are the very ones of the timeline. */
    static List<Segment> kept(List<Segment> clips, List<Segment> order) {
        return new TransitionJoints(clips).kept(order);
    }

    private List<Segment> kept(List<Segment> order) {
        boolean once = order.stream().map(numbers::get).distinct().count() == order.size();
        Optional<Blend> everywhere = once && order.size() == clips.size() ? everywhere() : Optional.empty();
        List<Segment> next = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            Segment clip = order.get(i);
            Optional<Blend> blend = i == 0 ? Optional.empty() : between(order.get(i - 1), clip, once);
            next.add(clip.withBlend(i == 0 ? blend : blend.or(() -> everywhere)));
        }
        return next;
    }

    private Optional<Blend> between(Segment before, Segment clip, boolean once) {
        int first = number(before);
        int second = number(clip);
        if (second == first + 1) {
            return clip.blend();
        }
        return once && first == second + 1 ? before.blend() : Optional.empty();
    }

    private int number(Segment clip) {
        Integer number = numbers.get(clip);
        if (number == null) {
            throw new IllegalStateException("not a clip of this timeline: " + clip);
        }
        return number;
    }

    private Optional<Blend> everywhere() {
        List<Optional<Blend>> kinds =
                clips.stream().skip(1).map(Segment::blend).distinct().toList();
        return kinds.size() == 1 ? kinds.get(0) : Optional.empty();
    }
}
