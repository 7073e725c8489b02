package io.retake.engine.measure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The state of a picture's frames.
 *
 * @param interlaced the share of the frames that can be told which are of two fields
 * @param noise its standard deviation, of 255
 */
record PictureState(double interlaced, double noise) {
    private static final Pattern COUNTS = Pattern.compile(
            "Multi frame detection: TFF:\\s*(\\d+)\\s*BFF:\\s*(\\d+)\\s*Progressive:\\s*(\\d+)\\s*Undetermined:\\s*(\\d+)");

    /** Reads the last line of FFmpeg's idet. */
    static double interlaced(String said) {
        Matcher counts = COUNTS.matcher(said);
        double share = 0;
        while (counts.find()) {
            double fields = Double.parseDouble(counts.group(1)) + Double.parseDouble(counts.group(2));
            double whole = Double.parseDouble(counts.group(3));
            share = fields + whole < 5 ? 0 : fields / (fields + whole);
        }
        return share;
    }
}
