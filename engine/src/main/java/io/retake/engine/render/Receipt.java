package io.retake.engine.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.engine.phrase.EngineMessages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The requested properties of an export, and those measured in the file that was written.
 *
 * @param asked the length of the timeline
 * @param got the length of the file; zero for a still
 * @param soundLater how much later than the picture the sound begins; empty where there are not both
 * @param loudness integrated, in LUFS; empty without sound, and where all is silence
 * @param peak the loudest sample in dB below full scale; empty without sound
 * @param black ranges in which the picture is black
 * @param frozen ranges in which nothing moves
 * @param colors the file's color tags: matrix, primaries, transfer
 * @param bytes its size
 * @param shortfalls the places where media end before they should
 */
public record Receipt(
        Duration asked,
        Duration got,
        Optional<Duration> soundLater,
        Optional<Double> loudness,
        Optional<Double> peak,
        List<Span> black,
        List<Span> frozen,
        List<String> colors,
        long bytes,
        List<Shortfall> shortfalls) {

    /** The level of silence: 16 bits end at -96 dB. */
    private static final double SILENCE_DB = -90;

    /** A range of the file. */
    public record Span(Duration from, Duration to) {}

    public Receipt {
        black = List.copyOf(black);
        frozen = List.copyOf(frozen);
        colors = List.copyOf(colors);
        shortfalls = List.copyOf(shortfalls);
    }

    /** Returns whether samples reach full scale. */
    public boolean clips() {
        return peak.filter(p -> p >= -0.01).isPresent();
    }

    /** Returns JSON with lengths in ms and levels in LUFS and dB; fields that don't apply are absent. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("askedMs", asked.toMillis())
                .put("gotMs", got.toMillis())
                .put("bytes", bytes);
        soundLater.ifPresent(d -> json.put("soundLaterMs", d.toMillis()));
        loudness.ifPresent(l -> json.put("lufs", l));
        peak.ifPresent(p -> json.put("peakDb", p).put("clips", clips()));
        json.set("black", spans(black));
        json.set("frozen", spans(frozen));
        ArrayNode tags = json.putArray("colors");
        colors.forEach(tags::add);
        ArrayNode missing = json.putArray("shortfalls");
        shortfalls.forEach(shortfall -> missing.add(shortfall.json()));
        return json.put("line", line());
    }

    private static ArrayNode spans(List<Span> spans) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        spans.forEach(span -> array.addObject()
                .put("fromMs", span.from().toMillis())
                .put("toMs", span.to().toMillis()));
        return array;
    }

    /** Returns the receipt as one line for users. */
    public String line() {
        List<String> parts = new ArrayList<>();
        if (!got.isZero()) {
            parts.add(duration());
        }
        shortfalls.forEach(shortfall -> parts.add(shortfall.text()));
        soundLater.ifPresent(d ->
                parts.add(EngineMessages.text("receipt.offset", (d.toMillis() > 0 ? "+" : "") + d.toMillis())));
        levels().ifPresent(parts::add);
        if (!colors.isEmpty()) {
            parts.add(String.join("/", colors.stream().distinct().toList()));
        }
        if (!got.isZero() && !colors.isEmpty()) {
            parts.add(faults());
        }
        parts.add(size());
        return String.join(" · ", parts);
    }

    private String duration() {
        String requested = String.format(Locale.ROOT, "%.2f", asked.toMillis() / 1000.0);
        String actual = String.format(Locale.ROOT, "%.2f", got.toMillis() / 1000.0);
        return actual.equals(requested)
                ? EngineMessages.text("receipt.duration", actual)
                : EngineMessages.text("receipt.other-duration", actual, requested);
    }

    private String faults() {
        if (black.isEmpty() && frozen.isEmpty()) {
            return EngineMessages.text("receipt.no-faults");
        }
        if (frozen.isEmpty()) {
            return EngineMessages.text("receipt.black", seconds(black));
        }
        return black.isEmpty()
                ? EngineMessages.text("receipt.frozen", seconds(frozen))
                : EngineMessages.text("receipt.black-and-frozen", seconds(black), seconds(frozen));
    }

    private Optional<String> levels() {
        List<String> levels = new ArrayList<>();
        loudness.ifPresent(l -> levels.add(String.format(Locale.ROOT, "%.1f LUFS", l)));
        peak.ifPresent(p -> levels.add(
                p <= SILENCE_DB
                        ? EngineMessages.text("receipt.silent")
                        : clips() ? EngineMessages.text("receipt.clips", p) : EngineMessages.text("receipt.peak", p)));
        return levels.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", levels));
    }

    private String size() {
        return bytes < 100_000
                ? String.format(Locale.ROOT, "%.1f KB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    private static double seconds(List<Span> spans) {
        return spans.stream()
                        .mapToLong(span -> span.to().minus(span.from()).toMillis())
                        .sum()
                / 1000.0;
    }
}
