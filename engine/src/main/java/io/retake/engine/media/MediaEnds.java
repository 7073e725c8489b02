package io.retake.engine.media;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ends of a medium's data, counted from its beginning. A file may say that it is longer than what is in it, and
 * picture and sound need not end together.
 *
 * @param picture after its last picture; empty where it has none that moves, or where that is not known
 * @param sound after its first sound; empty where it has none, or where that is not known
 * @param promised how long it says it is
 * @param cutOff whether the file ends before it should
 */
public record MediaEnds(
        Optional<Duration> picture, Optional<Duration> sound, Optional<Duration> promised, boolean cutOff) {
    /** Unknown ends. */
    public static final MediaEnds UNKNOWN = new MediaEnds(Optional.empty(), Optional.empty(), Optional.empty(), false);

    /**
     * Differences up to this are how files are: encoders fill up their last block of sound, up to 85 ms, and slow footage
     * has frames of 100 ms.
     */
    private static final Duration USUAL = Duration.ofMillis(200);

    /** Returns the end of all its data; empty where that is not known. */
    public Optional<Duration> data() {
        return Stream.concat(picture.stream(), sound.stream()).max(Duration::compareTo);
    }

    /** Returns the end of its data if it is earlier than declared; empty when the file is whole. */
    public Optional<Duration> early() {
        return data().filter(end -> promised.isPresent() && isAfter(promised.get(), end));
    }

    /** Returns by how much the sound is longer than the picture; zero when it isn't. */
    public Duration soundBeyond() {
        return difference(sound, picture);
    }

    /** Returns by how much the sound is shorter than the picture; zero when it isn't. */
    public Duration soundMissing() {
        return difference(picture, sound);
    }

    private static Duration difference(Optional<Duration> longer, Optional<Duration> shorter) {
        return longer.isPresent() && shorter.isPresent() && isAfter(longer.get(), shorter.get())
                ? longer.get().minus(shorter.get())
                : Duration.ZERO;
    }

    /** Whether one time is later than another by more than is usual. */
    public static boolean isAfter(Duration later, Duration earlier) {
        return later.minus(earlier).compareTo(USUAL) > 0;
    }
}
