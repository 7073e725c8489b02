package io.retake.engine.captions;

import io.retake.core.edit.value.Position;
import java.time.Duration;
import java.util.Optional;

/**
 * A caption with its time.
 *
 * @param start when it appears, in the file's own time
 * @param end when it goes, exclusive; after the start
 * @param text plain, lines parted by line feeds; never blank
 * @param position where the file puts it, when it says
 */
public record Cue(Duration start, Duration end, String text, Optional<Position> position) {

    /** Rejects a cue without a length or a text. */
    public Cue {
        if (start.isNegative() || end.compareTo(start) <= 0) {
            throw new IllegalArgumentException("a cue ends after it begins");
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException("a cue has a text");
        }
    }
}
