package io.retake.core.protocol;

import java.util.List;

/**
 * How far a session can go back and forth, as a backend that keeps its versions says it in the state's {@code history}.
 *
 * @param undo how many changes can be taken back
 * @param redo how many can be done again
 * @param checkpoints the names under which timelines are remembered
 */
public record History(int undo, int redo, List<String> checkpoints) {
    /** Copies the list. */
    public History {
        checkpoints = List.copyOf(checkpoints);
    }
}
