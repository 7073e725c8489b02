package io.retake.nlu.frame;

import io.retake.nlu.value.PartKind;
import java.util.List;
import java.util.Set;

/**
 * A place in a frame for a value.
 *
 * @param argument the operation's argument; several, separated by commas, have the same value
 * @param category the category of its values
 * @param kinds of what, where it names something on the timeline
 * @param required whether the frame says nothing without it
 */
public record Slot(String argument, String category, Set<PartKind> kinds, boolean required) {
    /** Copies. */
    public Slot {
        kinds = Set.copyOf(kinds);
    }

    /** Returns the arguments that one value fills: "2 % off left and right". */
    List<String> arguments() {
        return List.of(argument.split(",", -1));
    }
}
