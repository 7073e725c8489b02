package io.retake.engine.agent.read;

import io.retake.core.draft.Canvas;
import io.retake.core.edit.value.Moment;
import io.retake.core.edit.value.Target;
import java.util.List;
import java.util.Optional;

/** The facts about a project that give "louder", "the song" or "the last clip" a meaning. */
public interface Surroundings {
    /** Returns the current canvas; empty without one. */
    Optional<Canvas> canvas();

    /** Returns the gain, as a factor of the amplitude, of the target's sounds: 1 if there are none, NaN if they differ. */
    double gain(Target on);

    /** Returns the names of all assets of the session. */
    List<String> files();

    /** Returns the names of the videos, in upload order. */
    List<String> videos();

    /** Returns the speed of each clip of the target, as a factor of the recording's speed, in timeline order. */
    List<Double> speeds(Target on);

    /** Returns the names of the assets that have only sound. */
    List<String> songs();

    /** Returns whether a clip on the timeline was recorded with sound. */
    default boolean hasSound() {
        return true;
    }

    /** Returns the names of the caption files. */
    List<String> captions();

    /** Returns the number of clips on the timeline. */
    int clips();

    /** Returns the number of detected scenes; 0 before detection. */
    int scenes();

    /**
     * Returns whether a transition joins a clip to the one before or after it, so that both are visible for a while.
     */
    default boolean isJoined(int clip) {
        return false;
    }

    /** Returns the start and end of a clip on the timeline; clips are numbered from 1. */
    List<Moment> clip(int number);

    /** Returns the start and end of a scene on the timeline; empty if there is no scene of that number. */
    List<Moment> scene(int number);

    /** Returns the numbers of the clips of a file, given its name with or without its extension. */
    List<Integer> clipsOf(String file);

    /** Returns the number of changes that can be undone. */
    int changes();

    /** Returns a readable description of the timeline, as the answer to a question. */
    String summary();
}
