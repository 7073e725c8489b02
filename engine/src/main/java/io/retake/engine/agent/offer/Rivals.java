package io.retake.engine.agent.offer;

import io.retake.core.draft.Effect;
import io.retake.core.draft.Segment;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Ranges;
import io.retake.core.edit.object.Clear;
import io.retake.core.edit.picture.AutoColor;
import io.retake.core.edit.value.EffectName;
import io.retake.core.edit.value.Target;
import io.retake.engine.timeline.Project;
import io.retake.engine.timeline.Timelines;
import io.retake.nlu.frame.ClauseReading;
import io.retake.nlu.frame.Reading;
import io.retake.nlu.grammar.Edge;
import io.retake.nlu.rank.Ranked;
import java.util.ArrayList;
import java.util.List;

/** Tells where the same words have two meanings, however rare one of them is. */
final class Rivals {
    /** Below it, a second meaning is none that anybody has in mind. */
    private static final double THINKABLE = 0.02;

    private Rivals() {}

    /**
     * Returns the edits that are meant as well as these: colors that are put back on black-and-white footage may be those
     * that it had.
     */
    static List<List<Edit>> of(List<Edit> edits, Project project) {
        List<Segment> clips = Timelines.video(project.draft()).segments();
        boolean gray = !clips.isEmpty()
                && clips.stream().allMatch(c -> c.effects().stream().anyMatch(Effect.GrayscaleFx.class::isInstance));
        boolean colors = edits.equals(List.of(new AutoColor(Target.EVERYTHING)));
        List<List<Edit>> rivals = new ArrayList<>();
        if (gray && colors) {
            rivals.add(List.of(new Clear(new EffectName("grayscale"), Ranges.ALL, Target.EVERYTHING)));
        }
        return rivals;
    }

    /**
     * Returns whether another reading takes every word as one does, but for the operation: 放大 is a zoom and a larger
     * picture.
     */
    static boolean hasOne(Ranked ranked, List<Ranked> all) {
        return all.stream()
                .filter(other -> other.probability() >= THINKABLE)
                .anyMatch(other -> isOfSameWords(ranked.reading(), other.reading()));
    }

    /** Returns whether it is a rival that is as good as the first of the readings. */
    static boolean isOne(Ranked ranked, Ranked first) {
        return ranked.probability() >= THINKABLE && isOfSameWords(ranked.reading(), first.reading());
    }

    private static boolean isOfSameWords(Reading one, Reading other) {
        return one.requests().size() == 1
                && other.requests().size() == 1
                && !one.requests()
                        .get(0)
                        .path("op")
                        .equals(other.requests().get(0).path("op"))
                && places(one).equals(places(other))
                && one.clauses().stream().allMatch(c -> c.words().isEmpty());
    }

    /** Returns where the words with a meaning stand. */
    private static List<List<Integer>> places(Reading reading) {
        return reading.clauses().stream()
                .map(ClauseReading::edges)
                .flatMap(List::stream)
                .map(Rivals::place)
                .toList();
    }

    private static List<Integer> place(Edge edge) {
        return List.of(edge.from(), edge.to());
    }
}
