package io.retake.engine.measure;

import java.time.Duration;

/**
 * How a recording fits to the sound of footage: the recording's time t is the footage's time {@code offset + t *
 * stretch}.
 *
 * @param offset where in the footage the recording begins; negative when it began before
 * @param stretch the factor on the recording's length that makes up for drift; 1 without
 * @param sure confidence, 0 to 1; under 0.3 the two are hardly of the same sound
 */
public record SoundMatch(Duration offset, double stretch, double sure) {
    /** Returns whether the match is good enough to act on. */
    public boolean isFound() {
        return sure >= 0.3;
    }
}
