package io.retake.engine.media;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The times that a file declares for its picture and its first sound, in seconds on the file's own clock.
 *
 * @param container FFmpeg's name of the format
 * @param begin the start of the file
 * @param origin the start of the medium, from which this program counts
 * @param seconds the declared or possible length; 0 where it is not known
 * @param picture a moving one
 */
record StreamTimes(
        String container, double begin, double origin, double seconds, Optional<Track> picture, Optional<Track> sound) {
    /** Containers that store exact lengths when they are finished; others guess, or store only the start. */
    private static final Set<String> EXACT = Set.of("mov,mp4,m4a,3gp,3g2,mj2", "matroska,webm", "avi", "wav");

    /** Containers that store their length at the beginning, so that it is wrong once they are cut off. */
    private static final Set<String> FORETOLD = Set.of("flv", "asf", "ogg", "flac", "w64", "caf", "aiff");

    /**
     * One stream.
     *
     * @param index its number in the file
     * @param start its first time
     * @param length how long it says it is; NaN where it doesn't
     */
    record Track(int index, double start, double length) {
        double end() {
            return start + length;
        }

        boolean isKnown() {
            return !Double.isNaN(length);
        }
    }

    /** Returns whether the declared times can be trusted if the file isn't cut off. */
    boolean areExact() {
        return EXACT.contains(container) && tracks().allMatch(Track::isKnown);
    }

    List<Integer> indexes() {
        return tracks().map(Track::index).toList();
    }

    private Stream<Track> tracks() {
        return Stream.concat(picture.stream(), sound.stream());
    }

    /** Converts a time of the file to this program's time. */
    Duration counted(double time) {
        return Duration.ofNanos(Math.round(Math.max(0, time - origin) * 1e6) * 1000);
    }

    /** Returns the declared length of the file. */
    Optional<Duration> whole(boolean cutOff) {
        boolean says = FORETOLD.contains(container) || (cutOff && EXACT.contains(container));
        return says && seconds > 0 ? Optional.of(counted(begin + seconds)) : Optional.empty();
    }
}
