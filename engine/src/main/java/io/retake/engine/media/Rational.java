package io.retake.engine.media;

import java.util.List;
import java.util.Locale;

/** An exact ratio, as frame rates and pixel shapes are; in lowest terms, above zero. */
public record Rational(long numerator, long denominator) implements Comparable<Rational> {
    public static final Rational ONE = new Rational(1, 1);

    /** The standard frame rates of cameras and screens. */
    private static final List<Rational> STANDARD = List.of(
            new Rational(24_000, 1001),
            new Rational(24, 1),
            new Rational(25, 1),
            new Rational(30_000, 1001),
            new Rational(30, 1),
            new Rational(48, 1),
            new Rational(50, 1),
            new Rational(60_000, 1001),
            new Rational(60, 1),
            new Rational(100, 1),
            new Rational(120_000, 1001),
            new Rational(120, 1));

    public Rational {
        if (numerator <= 0 || denominator <= 0) {
            throw new IllegalArgumentException("a ratio above zero is needed, not " + numerator + "/" + denominator);
        }
        long common = gcd(numerator, denominator);
        numerator /= common;
        denominator /= common;
    }

    /** Returns the usual ratio nearest to a number that a user gave: 29.97 is 30000/1001. Within a thousandth. */
    public static Rational of(double value) {
        for (Rational standard : STANDARD) {
            if (Math.abs(standard.value() - value) < 0.005) {
                return standard;
            }
        }
        return new Rational(Math.max(1, Math.round(value * 1000)), 1000);
    }

    public double value() {
        return (double) numerator / denominator;
    }

    /** The nearest standard rate when it is within 2 %, else itself; what is above 120 becomes 120. */
    public Rational snappedRate() {
        Rational nearest = STANDARD.get(0);
        for (Rational standard : STANDARD) {
            if (Math.abs(standard.value() - value()) < Math.abs(nearest.value() - value())) {
                nearest = standard;
            }
        }
        boolean close = Math.abs(nearest.value() - value()) / value() < 0.02;
        boolean faster = nearest.value() == 120 && value() > 120;
        return close || faster ? nearest : this;
    }

    /** The slowest standard rate that is not slower (by more than 2 %); 60 at most. */
    public Rational standardRateAbove() {
        return STANDARD.stream()
                .filter(standard -> standard.value() >= value() * 0.98 && standard.value() <= 60)
                .findFirst()
                .orElse(new Rational(60, 1));
    }

    /** As FFmpeg writes it: 30000/1001. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d/%d", numerator, denominator);
    }

    @Override
    public int compareTo(Rational other) {
        return Double.compare(value(), other.value());
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
