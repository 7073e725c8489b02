package io.retake.repl.view;

import java.time.Duration;
import java.util.Locale;

/** Formats sizes and times. The decimal separator is always a point, since programs read the output too. */
public final class Amounts {
    private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB"};

    private Amounts() {}

    /** Formats bytes in powers of 1000: {@code 999 B}, {@code 1.2 MB}, {@code 31 MB}. */
    public static String bytes(long bytes) {
        double amount = bytes;
        int unit = 0;
        while (amount >= 999.5 && unit < UNITS.length - 1) {
            amount /= 1000;
            unit++;
        }
        return (unit == 0 || amount >= 9.95 ? Long.toString(Math.round(amount)) : oneDigit(amount)) + " " + UNITS[unit];
    }

    /** Formats a duration: {@code 0.4 s}, {@code 12 s}, {@code 1:05}, {@code 1:00:05}. */
    public static String time(Duration time) {
        double seconds = time.toMillis() / 1000.0;
        if (seconds < 9.95) {
            return oneDigit(seconds) + " s";
        }
        long whole = Math.round(seconds);
        return whole < 60 ? whole + " s" : clock(Duration.ofSeconds(whole));
    }

    /** Formats hours, minutes and seconds, rounded: {@code 0:04}, {@code 1:05}, {@code 1:00:05}. */
    public static String clock(Duration time) {
        long seconds = Math.round(time.toMillis() / 1000.0);
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /** Formats a fraction as {@code 45 %}, rounded down, so that 100 % never appears early. */
    static String percent(double fraction) {
        return (int) Math.floor(Math.max(0, Math.min(1, fraction)) * 100) + " %";
    }

    private static String oneDigit(double amount) {
        return String.format(Locale.ROOT, "%.1f", amount);
    }
}
