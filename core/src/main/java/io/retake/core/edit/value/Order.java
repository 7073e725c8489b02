package io.retake.core.edit.value;

import io.retake.core.CoreMessages;
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
                throw new IllegalArgumentException(CoreMessages.text("order.clips", clips));
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
                throw new IllegalArgumentException(CoreMessages.text("order.scenes", scenes));
            }
        }
    }

    /** One clip or scene at another place; all others keep their order. */
    record Moved(Target.Piece piece, Placement place) implements Order {
        /** Rejects a place next to itself, and a scene next to a clip. */
        public Moved {
            if (place instanceof Beside beside
                    && (beside.piece().equals(piece) || beside.piece().getClass() != piece.getClass())) {
                throw new IllegalArgumentException(CoreMessages.text("order.mixed"));
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
