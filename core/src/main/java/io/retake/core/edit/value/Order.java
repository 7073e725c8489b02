package io.retake.core.edit.value;

import java.util.HashSet;
import java.util.List;

/** A new order of clips. */
public sealed interface Order {

    /** By number; a clip that is not named goes. */
    record Listed(List<Integer> clips) implements Order {
        /** Copies; refuses an empty list, numbers below 1 and doubles. */
        public Listed {
            clips = List.copyOf(clips);
            if (clips.isEmpty() || clips.stream().anyMatch(c -> c < 1) || new HashSet<>(clips).size() < clips.size()) {
                throw new IllegalArgumentException(
                        "an order names clips once each, counted from 1, such as '3, 1, 2', not " + clips);
            }
        }
    }

    /** Scenes by their numbers; what is in none of them goes. */
    record Scenes(List<Integer> scenes) implements Order {
        /** Copies; refuses an empty list, numbers below 1 and doubles. */
        public Scenes {
            scenes = List.copyOf(scenes);
            if (scenes.isEmpty()
                    || scenes.stream().anyMatch(c -> c < 1)
                    || new HashSet<>(scenes).size() < scenes.size()) {
                throw new IllegalArgumentException(
                        "an order names scenes once each, counted from 1, such as 'scenes 3, 1, 2', not " + scenes);
            }
        }
    }

    /** One clip or scene at another place; all else stays as it was. */
    record Moved(Target.Piece piece, Place place) implements Order {
        /** Refuses a place beside itself, and a scene beside a clip. */
        public Moved {
            if (place instanceof Beside beside
                    && (beside.piece().equals(piece) || beside.piece().getClass() != piece.getClass())) {
                throw new IllegalArgumentException(
                        "a scene goes before or after another scene, and a clip before or after another clip");
            }
        }
    }

    /** Where a clip or a scene is put. */
    sealed interface Place {}

    /** At an end of the timeline. */
    enum Edge implements Place {
        /** Before all others. */
        FIRST,
        /** After all others. */
        LAST
    }

    /** Next to another one. */
    record Beside(boolean after, Target.Piece piece) implements Place {}

    /** By a rule; the pieces of one scene stay together. */
    record By(Rule rule) implements Order {}

    /** What clips can be ordered by. */
    enum Rule {
        /** Last first. */
        REVERSED,
        /** By length, rising. */
        SHORTEST_FIRST,
        /** By length, falling. */
        LONGEST_FIRST,
        /** By loudness, rising. */
        QUIETEST_FIRST,
        /** By loudness, falling. */
        LOUDEST_FIRST
    }
}
