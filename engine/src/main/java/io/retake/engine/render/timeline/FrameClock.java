package io.retake.engine.render.timeline;

import io.retake.engine.media.Rational;
import java.math.BigInteger;
import java.time.Duration;

/**
 * Turns times into whole frames and samples. Every boundary is rounded from its absolute time, so that nothing adds up:
 * after an hour of cuts picture and sound are where they belong.
 */
public record FrameClock(Rational fps) {
    public static final int SAMPLE_RATE = 48_000;

    /** The frame that begins nearest to that time. */
    public long frame(Duration time) {
        return rounded(
                BigInteger.valueOf(time.toNanos()).multiply(BigInteger.valueOf(fps.numerator())),
                BigInteger.valueOf(fps.denominator()).multiply(BigInteger.valueOf(1_000_000_000L)));
    }

    /** The first sample of a frame. */
    public long sample(long frame) {
        return rounded(
                BigInteger.valueOf(frame).multiply(BigInteger.valueOf(SAMPLE_RATE * fps.denominator())),
                BigInteger.valueOf(fps.numerator()));
    }

    /** Where a frame begins, in seconds. */
    public double seconds(long frame) {
        return (double) frame * fps.denominator() / fps.numerator();
    }

    /**
     * Returns a frame's length as FFmpeg's time base: times of frames are then whole numbers, which {@code setpts} does
     * not round down.
     */
    public String frameTime() {
        return fps.denominator() + "/" + fps.numerator();
    }

    public Duration time(long frame) {
        return Duration.ofNanos(rounded(
                BigInteger.valueOf(frame).multiply(BigInteger.valueOf(1_000_000_000L * fps.denominator())),
                BigInteger.valueOf(fps.numerator())));
    }

    private static long rounded(BigInteger numerator, BigInteger denominator) {
        BigInteger two = BigInteger.TWO;
        return numerator
                .multiply(two)
                .add(denominator)
                .divide(denominator.multiply(two))
                .longValueExact();
    }
}
