package io.retake.engine.media;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The times of packets, stream by stream: how long a file is that does not say so, since it began before the end was
 * known, and where the data end of one that says more than it has.
 */
final class PacketCount {
    /** The ffprobe arguments whose output {@link #read} parses. */
    static final List<String> ARGUMENTS =
            List.of("-show_entries", "packet=stream_index,pts_time,dts_time,duration_time,flags", "-of", "csv=p=0");

    /** The first and the last time of each stream, by its number. */
    private final Map<Integer, double[]> streams = new HashMap<>();

    /**
     * Lines such as {@code 0,1.033000,1.000000,0.033000,K__}; {@code N/A} where a time is not known, and a C in half a
     * packet. An AVI knows only when its pictures are decoded.
     */
    void read(InputStream in) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] cells = line.split(",", -1);
            if (cells.length >= 5 && !cells[4].contains("C")) {
                double shown = seconds(cells[1]);
                packet(seconds(cells[0]), Double.isNaN(shown) ? seconds(cells[2]) : shown, seconds(cells[3]));
            }
        }
    }

    private void packet(double stream, double at, double length) {
        if (!Double.isNaN(stream) && !Double.isNaN(at)) {
            double[] times = streams.computeIfAbsent((int) stream, index -> new double[] {at, at});
            times[0] = Math.min(times[0], at);
            times[1] = Math.max(times[1], at + (Double.isNaN(length) ? 0 : length));
        }
    }

    /** Returns the length of one stream; zero when no packet of it was timed. */
    Duration length(int stream) {
        double[] times = streams.getOrDefault(stream, new double[2]);
        return Duration.ofNanos(Math.round(Math.max(0, times[1] - times[0]) * 1e6) * 1000);
    }

    /** After the last packet of one stream, in the file's own seconds; empty when none was timed. */
    Optional<Double> end(int stream) {
        return Optional.ofNullable(streams.get(stream)).map(times -> times[1]);
    }

    boolean isEmpty() {
        return streams.isEmpty();
    }

    boolean hasAll(List<Integer> indexes) {
        return streams.keySet().containsAll(indexes);
    }

    private static double seconds(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
