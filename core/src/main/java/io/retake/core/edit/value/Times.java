package io.retake.core.edit.value;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and writes timecodes ({@code 0:12.5}, {@code 1:02:03}) and lengths ({@code 1.5 s}). */
public final class Times {
    private static final Pattern CODE = Pattern.compile("(?:(\\d{1,4}):)?(\\d{1,5}):(\\d{1,2}(?:\\.\\d{1,3})?)");
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)\\s*(ms|s|min|h)");

    private Times() {}

    /** Writes a timecode with no more digits than needed: {@code 0:02}, {@code 0:12.5}, {@code 1:00:00}. */
    public static String write(Duration time) {
        if (time.isNegative()) {
            return "-" + write(time.negated());
        }
        long ms = time.toMillis();
        long hours = ms / 3_600_000;
        long minutes = ms / 60_000 % 60;
        String seconds = decimal(BigDecimal.valueOf(ms % 60_000, 3));
        String padded = ms % 60_000 < 10_000 ? "0" + seconds : seconds;
        return hours == 0 ? minutes + ":" + padded : hours + ":" + (minutes < 10 ? "0" : "") + minutes + ":" + padded;
    }

    /** Writes a length in seconds: {@code 1.5 s}. */
    public static String writeLength(Duration length) {
        return decimal(BigDecimal.valueOf(length.toMillis(), 3)) + " s";
    }

    /**
     * Reads a timecode ({@code 0:12.5}, {@code 1:02:03.250}) or a length with its unit ({@code 12.5 s}, {@code 500
     * ms}).
     */
    public static Optional<Duration> read(String text) {
        String trimmed = text.strip();
        Matcher code = CODE.matcher(trimmed);
        if (code.matches()) {
            return Optional.of(fromCode(code));
        }
        Matcher length = LENGTH.matcher(trimmed);
        return length.matches() ? Optional.of(fromLength(length)) : Optional.empty();
    }

    private static Duration fromCode(Matcher code) {
        long hours = code.group(1) == null ? 0 : Long.parseLong(code.group(1));
        long ms = new BigDecimal(code.group(3)).movePointRight(3).longValue();
        return Duration.ofHours(hours)
                .plusMinutes(Long.parseLong(code.group(2)))
                .plusMillis(ms);
    }

    private static Duration fromLength(Matcher length) {
        int perUnit = switch (length.group(2)) {
            case "ms" -> 1;
            case "s" -> 1000;
            case "min" -> 60_000;
            default -> 3_600_000;
        };
        return Duration.ofMillis(new BigDecimal(length.group(1))
                .multiply(BigDecimal.valueOf(perUnit))
                .longValue());
    }

    /** Writes a number with no more digits than needed and never an exponent. */
    public static String decimal(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    /** Writes a number with no more digits than needed and never an exponent. */
    public static String decimal(double value) {
        return decimal(BigDecimal.valueOf(value));
    }
}
