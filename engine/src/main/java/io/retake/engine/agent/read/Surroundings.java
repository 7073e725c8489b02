package io.retake.engine.agent.read;

import io.retake.core.draft.Canvas;
import io.retake.core.edit.value.Moment;
import io.retake.core.edit.value.Target;
import java.util.List;
import java.util.Optional;

/** The facts about a project that give "louder", "the song" or "the last clip" a meaning. */
public interface Surroundings {
    /** The current canvas; empty without one. */
    Optional<Canvas> canvas();

    /** The factor on the amplitude of the first thing heard of the target; 1 when there is none. */
    double gain(Target on);

    /** The names of all media of the session. */
    List<String> files();

    /** The names of those that are videos, in the order in which they came. */
    List<String> videos();

    /** How many times as fast as it was recorded each clip of the target plays, in their order. */
    List<Double> speeds(Target on);

    /** The names of those that are sound alone. */
    List<String> songs();

    /** The names of those that are captions. */
    List<String> captions();

    /** How many clips are on the timeline. */
    int clips();

    /** How many scenes have been found; 0 when none were looked for. */
    int scenes();

    /** Whether a transition joins that clip to the one before or after it: both are then seen for a while. */
    default boolean isJoined(int clip) {
        return false;
    }

    /** Where a clip begins and ends on the timeline, clips counted from 1. */
    List<Moment> clip(int number);

    /** Where a scene begins and ends on the timeline; empty where there is none of that number. */
    List<Moment> scene(int number);

    /** The numbers of the clips that are of a file, by its name with or without its ending. */
    List<Integer> clipsOf(String file);

    /** How many changes can be taken back. */
    int changes();

    /** Returns a readable description of the timeline, as the answer to a question. */
    String summary();
}
