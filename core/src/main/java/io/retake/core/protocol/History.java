package io.retake.core.protocol;

import java.util.List;

/**
 * The undo and redo depth of a session, from the state's {@code history} at a backend that keeps versions.
 *
 * @param undo the number of changes that can be undone
 * @param redo the number of changes that can be redone
 * @param checkpoints the names of saved timelines
 */
public record History(int undo, int redo, List<String> checkpoints) {
    /** Copies the list. */
    public History {
        checkpoints = List.copyOf(checkpoints);
    }
}
