package io.retake.engine.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Reads what {@code -progress pipe:1} writes: blocks of key=value lines, each ended by {@code progress=continue} or
 * {@code progress=end}. Values are N/A before the first picture. A listener that throws does not stop the reading.
 */
public final class ProgressReader implements ProcessJob.OutputReader {
    private final Consumer<Progress> listener;
    private final AtomicLong steps = new AtomicLong();
    private Duration reached = Duration.ZERO;
    private long frames;

    public ProgressReader(Consumer<Progress> listener) {
        this.listener = listener;
    }

    @Override
    public void read(InputStream stdout) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(stdout, StandardCharsets.UTF_8));
        Map<String, String> block = new HashMap<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                String key = line.substring(0, equals).strip();
                String value = line.substring(equals + 1).strip();
                block.put(key, value);
                if (key.equals("progress")) {
                    tell(block, value.equals("end"));
                    block.clear();
                }
            }
        }
    }

    @Override
    public OptionalLong steps() {
        return OptionalLong.of(steps.get());
    }

    private void tell(Map<String, String> block, boolean last) {
        Progress progress = new Progress(
                (long) number(block, "frame"),
                // out_time_ms is in microseconds too, a slip of FFmpeg's that stays (ticket 7345).
                Duration.ofNanos(Math.max(0, (long) number(block, "out_time_us")) * 1000),
                number(block, "speed"),
                last);
        if (progress.frame() != frames || !progress.time().equals(reached)) {
            frames = progress.frame();
            reached = progress.time();
            steps.incrementAndGet();
        }
        try {
            listener.accept(progress);
        } catch (RuntimeException e) {
            org.slf4j.LoggerFactory.getLogger(ProgressReader.class).warn("a progress listener failed", e);
        }
    }

    private static double number(Map<String, String> block, String key) {
        String value = block.getOrDefault(key, "").replace("x", "");
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
