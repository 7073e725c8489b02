package io.retake.core.edit.value;

import java.util.HashSet;
import java.util.List;

/** A new order of clips. */
public sealed interface Order {

    /** Clips by number; clips that are not named are removed. */
    record Listed(List<Integer> clips) implements Order {
        /** Copies; rejects an empty list, numbers below 1 and duplicates. */
        public Listed {
            clips = List.copyOf(clips);
            if (clips.isEmpty() || clips.stream().anyMatch(c -> c < 1) || new HashSet<>(clips).size() < clips.size()) {
                throw new IllegalArgumentException(
                        "an order names clips once each, counted from 1, such as '3, 1, 2', not " + clips);
            }
        }
    }

    /** Scenes by number; segments outside them are removed. */
    record Scenes(List<Integer> scenes) implements Order {
        /** Copies; rejects an empty list, numbers below 1 and duplicates. */
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

    /** One clip or scene at another place; all others keep their order. */
    record Moved(Target.Piece piece, Placement place) implements Order {
        /** Rejects a place next to itself, and a scene next to a clip. */
        public Moved {
            if (place instanceof Beside beside
                    && (beside.piece().equals(piece) || beside.piece().getClass() != piece.getClass())) {
                throw new IllegalArgumentException(
                        "a scene goes before or after another scene, and a clip before or after another clip");
            }
        }
    }

    /** The destination of a clip or a scene. */
    sealed interface Placement {}

    /** At an end of the timeline. */
    enum Edge implements Placement {
        /** Before all others. */
        FIRST,
        /** After all others. */
        LAST
    }

    /** Next to another clip or scene. */
    record Beside(boolean after, Target.Piece piece) implements Placement {}

    /** An order by a rule; the pieces of one scene stay together. */
    record By(Rule rule) implements Order {}

    /** A rule that orders clips. */
    enum Rule {
        /** Last first. */
        REVERSED,
        /** By length, ascending. */
        SHORTEST_FIRST,
        /** By length, descending. */
        LONGEST_FIRST,
        /** By loudness, ascending. */
        QUIETEST_FIRST,
        /** By loudness, descending. */
        LOUDEST_FIRST
    }
}
