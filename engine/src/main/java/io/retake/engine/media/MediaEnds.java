package io.retake.engine.media;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the data of a medium end, counted from its beginning. A file may say that it is longer than what is in it, and
 * picture and sound need not end together.
 *
 * @param picture after its last picture; empty where it has none that moves, or where that is not known
 * @param sound after its first sound; empty where it has none, or where that is not known
 * @param promised how long it says it is
 * @param cutOff whether the file ends before it should
 */
public record MediaEnds(
        Optional<Duration> picture, Optional<Duration> sound, Optional<Duration> promised, boolean cutOff) {
    /** Nothing is known. */
    public static final MediaEnds UNKNOWN = new MediaEnds(Optional.empty(), Optional.empty(), Optional.empty(), false);

    /**
     * Differences up to this are how files are: encoders fill up their last block of sound, up to 85 ms, and slow footage
     * has frames of 100 ms.
     */
    private static final Duration USUAL = Duration.ofMillis(200);

    /** After the last of its data; empty where that is not known. */
    public Optional<Duration> data() {
        return Stream.concat(picture.stream(), sound.stream()).max(Duration::compareTo);
    }

    /** Where its data end, when that is before it says; empty when it is whole. */
    public Optional<Duration> early() {
        return data().filter(end -> promised.isPresent() && isAfter(promised.get(), end));
    }

    /** How much longer than the picture the sound is; zero when it is not. */
    public Duration soundBeyond() {
        return difference(sound, picture);
    }

    /** How much sooner than the picture the sound ends; zero when it does not. */
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
