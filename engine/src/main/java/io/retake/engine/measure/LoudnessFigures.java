package io.retake.engine.measure;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How loud a medium is by EBU R128, and whether it clips.
 *
 * @param integrated LUFS; -70 for silence
 * @param range LRA, in LU
 * @param truePeak dBTP; -120 for silence
 * @param clipped how many samples stand in runs of three or more at full scale, of all channels
 * @param duration seconds of sound
 */
public record LoudnessFigures(double integrated, double range, double truePeak, long clipped, double duration) {
    private static final Pattern NUMBER = Pattern.compile("(-?\\d+(?:\\.\\d+)?|-inf|nan)");

    /** Returns whether clipping is audible: more than a stray run of clipped samples a minute. */
    public boolean clips() {
        return clipped > Math.max(12, duration / 60 * 24);
    }

    double[] numbers() {
        return new double[] {integrated, range, truePeak, clipped, duration};
    }

    static LoudnessFigures of(double[] n) {
        return new LoudnessFigures(n[0], n[1], n[2], Math.round(n[3]), n[4]);
    }

    /** Reads the summary of FFmpeg's ebur128. */
    static LoudnessFigures read(String said, long clipped, double duration) {
        String summary = said.substring(Math.max(0, said.lastIndexOf("Summary:")));
        return new LoudnessFigures(
                Math.max(-70, after(summary, "I:", -70)),
                after(summary, "LRA:", 0),
                Math.max(-120, after(summary, "Peak:", -120)),
                clipped,
                duration);
    }

    private static double after(String summary, String label, double fallback) {
        int at = summary.indexOf(label);
        Matcher number = NUMBER.matcher(summary);
        if (at < 0 || !number.find(at + label.length())) {
            return fallback;
        }
        String found = number.group().toLowerCase(Locale.ROOT);
        return found.equals("nan") || found.equals("-inf") ? fallback : Double.parseDouble(found);
    }
}
