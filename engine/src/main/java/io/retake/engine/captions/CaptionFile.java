package io.retake.engine.captions;

import java.time.Duration;
import java.util.List;

/**
 * A file of captions, read.
 *
 * @param cues in the order of their starts
 * @param encoding the name of the encoding that it was read in
 * @param guessed whether the encoding is a guess: nothing in the file says it, and it is no UTF-8
 * @param skipped how many cues of no length or without a text were left out
 */
public record CaptionFile(List<Cue> cues, String encoding, boolean guessed, int skipped) {

    /** Copies. */
    public CaptionFile {
        cues = List.copyOf(cues);
    }

    /** Returns the end of the last cue. */
    public Duration end() {
        return cues.stream().map(Cue::end).max(Duration::compareTo).orElse(Duration.ZERO);
    }
}
