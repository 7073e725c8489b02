package io.retake.engine.agent.offer;

import io.retake.core.edit.value.Level;
import io.retake.core.edit.value.Times;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Amounts that depend on what there is, or on a default: "louder", "half the speed", "a little brighter". The defaults
 * are those of the grammar's rules for the same words.
 */
final class Amounts {
    private static final Set<String> FADES = Set.of("fade", "fadeAudio");
    private static final String FADE = "1 s";
    private static final Set<String> GRADES = Set.of("brightness", "contrast", "saturation", "temperature");
    private static final Map<String, Double> LOUDNESS =
            Map.of("+little", 1.25, "+some", 1.5, "+much", 2.0, "-little", 0.75, "-some", 0.5, "-much", 0.25);
    private static final Map<String, Double> SPEED =
            Map.of("+little", 1.25, "+some", 1.5, "+much", 2.0, "-little", 0.9, "-some", 0.75, "-much", 0.5);
    private static final Map<String, Double> ZOOM = Map.of("+little", 1.1, "+some", 1.2);
    private static final Map<String, Integer> GRADE = Map.of("little", 8, "some", 15, "much", 30);

    private static final Pattern FACTOR = Pattern.compile("x(\\d+(?:\\.\\d+)?)");
    private static final Pattern PERCENT = Pattern.compile("([+-]\\d+(?:\\.\\d+)?)%");
    private static final Pattern DECIBEL = Pattern.compile("([+-]\\d+(?:\\.\\d+)?) ?dB", Pattern.CASE_INSENSITIVE);

    private Amounts() {}

    /**
     * Returns a value of an operation without what it depends on; empty if that can't be said for certain.
     *
     * @param gain the gain of what the operation changes; NaN if that are several
     */
    static Optional<String> absolute(String operation, String argument, String value, double gain) {
        if (operation.equals("color") && GRADES.contains(argument)) {
            return Optional.of(grade(value));
        }
        if (operation.equals("volume") && argument.equals("level")) {
            return level(value, gain);
        }
        if (operation.equals("speed") && argument.equals("factor")) {
            return factor(SPEED, value);
        }
        if (FADES.contains(operation) && value.equals("some")) {
            return Optional.of(FADE);
        }
        return operation.equals("zoom") && argument.equals("factor") ? factor(ZOOM, value) : Optional.of(value);
    }

    private static String grade(String value) {
        boolean signed = value.startsWith("+") || value.startsWith("-");
        Integer size = signed ? GRADE.get(value.substring(1)) : null;
        return size == null ? value : value.charAt(0) + String.valueOf(size) + "%";
    }

    private static Optional<String> level(String value, double gain) {
        if (LOUDNESS.containsKey(value)) {
            return times(gain, LOUDNESS.get(value));
        }
        Matcher factor = FACTOR.matcher(value);
        if (factor.matches()) {
            return times(gain, Double.parseDouble(factor.group(1)));
        }
        Matcher percent = PERCENT.matcher(value);
        if (percent.matches()) {
            return times(gain, 1 + Double.parseDouble(percent.group(1)) / 100);
        }
        Matcher decibel = DECIBEL.matcher(value);
        if (decibel.matches() && gain != 1) {
            // A plus can only be a change; "-6 dB" may be a level as well.
            return value.startsWith("+")
                    ? times(gain, new Level.Decibel(Double.parseDouble(decibel.group(1))).gain())
                    : Optional.empty();
        }
        return Optional.of(value);
    }

    private static Optional<String> factor(Map<String, Double> defaults, String value) {
        if (defaults.containsKey(value)) {
            return Optional.of(Times.decimal(defaults.get(value)) + "x");
        }
        Matcher factor = FACTOR.matcher(value);
        if (factor.matches()) {
            return Optional.of(factor.group(1) + "x");
        }
        Matcher percent = PERCENT.matcher(value);
        return Optional.of(
                percent.matches() ? Times.decimal(1 + Double.parseDouble(percent.group(1)) / 100) + "x" : value);
    }

    /** Clips of several levels have none that is louder or quieter for all of them. */
    private static Optional<String> times(double gain, double factor) {
        return Double.isNaN(gain) ? Optional.empty() : Optional.of(percent(gain * factor));
    }

    /** Rounds to a tenth of a percent, which is finer than audible and still readable. */
    private static String percent(double gain) {
        return Times.decimal(Math.round(gain * 1000) / 10.0) + "%";
    }
}
