package io.retake.engine.media;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * How long a file is that does not say so, by the times of all its packets: what browsers and live encoders write has no
 * length, since it began before the end was known.
 */
final class PacketCount {
    /** What {@link #read} reads. */
    static final List<String> ARGUMENTS =
            List.of("-show_entries", "packet=codec_type,pts_time,duration_time", "-of", "csv=p=0");

    private final double[] first = {Double.NaN, Double.NaN};
    private final double[] end = {0, 0};

    /** Lines such as {@code video,1.033000,0.033000}; {@code N/A} where a time is not known. */
    void read(InputStream in) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] cells = line.split(",", -1);
            int type = cells[0].equals("video") ? 0 : cells[0].equals("audio") ? 1 : 2;
            if (type < 2 && cells.length >= 3) {
                packet(type, seconds(cells[1]), seconds(cells[2]));
            }
        }
    }

    private void packet(int type, double at, double length) {
        if (!Double.isNaN(at)) {
            first[type] = Double.isNaN(first[type]) ? at : Math.min(first[type], at);
            end[type] = Math.max(end[type], at + (Double.isNaN(length) ? 0 : length));
        }
    }

    /** Of the picture, or where there is none of the sound; zero when no packet was timed. */
    Duration length() {
        int type = Double.isNaN(first[0]) ? 1 : 0;
        return Double.isNaN(first[type])
                ? Duration.ZERO
                : Duration.ofNanos(Math.round(Math.max(0, end[type] - first[type]) * 1e6) * 1000);
    }

    private static double seconds(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
