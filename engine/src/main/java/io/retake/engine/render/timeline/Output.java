package io.retake.engine.render.timeline;

import io.retake.core.protocol.OutputFormat;
import io.retake.core.protocol.OutputPreset;
import io.retake.core.protocol.OutputQuality;
import io.retake.engine.media.Rational;
import io.retake.engine.phrase.EngineMessages;
import java.time.Duration;
import java.util.Optional;

/**
 * The output settings of an export.
 *
 * @param size in place of the timeline's own
 * @param fps in place of the timeline's own
 * @param mostBytes it must not be larger
 * @param at the moment of a still
 */
public record Output(
        Container container,
        Quality quality,
        Optional<Size> size,
        Optional<Rational> fps,
        Optional<Long> mostBytes,
        Duration at) {

    /** A week: longer than any film, and no sum of such times overflows. */
    private static final long LATEST_MS = Duration.ofDays(7).toMillis();

    public Output(Container container, Quality quality, Optional<Size> size, Optional<Rational> fps) {
        this(container, quality, size, fps, Optional.empty(), Duration.ZERO);
    }

    public Output sized(Optional<Size> other) {
        return new Output(container, quality, other, fps, mostBytes, at);
    }

    public Output paced(Optional<Rational> other) {
        return new Output(container, quality, size, other, mostBytes, at);
    }

    /** Pixels, both even, 16 to 8192. */
    public record Size(int width, int height) {
        public Size {
            if (width < 16 || height < 16 || width > 8192 || height > 8192) {
                throw new RenderException(EngineMessages.text("output.size-range", width, height));
            }
            width &= ~1;
            height &= ~1;
        }
    }

    /** Returns settings for that container at high quality, with the timeline's size and frame rate. */
    public static Output of(Container container) {
        return new Output(container, Quality.HIGH, Optional.empty(), Optional.empty());
    }

    /**
     * Parses the output settings of a request.
     *
     * @throws RenderException when there is no such format, quality, size or rate
     */
    public static Output of(OutputFormat wish) {
        Container container = Container.of(wish.format())
                .orElseThrow(() ->
                        new RenderException(EngineMessages.text("output.no-format", wish.format(), Container.names())));
        Quality quality = Quality.of(wish.quality())
                .orElseThrow(() -> new RenderException(EngineMessages.text(
                        "output.no-quality", wish.quality(), String.join(", ", OutputQuality.words()))));
        Optional<Double> width = number(wish, "width");
        Optional<Double> height = number(wish, "height");
        if (width.isPresent() != height.isPresent()) {
            throw new RenderException(EngineMessages.text("output.half-size"));
        }
        Optional<Size> size = width.map(w -> new Size((int) Math.round(w), (int) Math.round(height.orElse(0.0))));
        return new Output(
                container,
                quality,
                size.or(() -> preset(wish).map(p -> new Size(p.width(), p.height()))),
                number(wish, "fps").map(Output::rate),
                number(wish, "maxBytes").map(bytes -> bytes(container, bytes)),
                number(wish, "atMs").map(ms -> moment(container, ms)).orElse(Duration.ZERO));
    }

    private static Optional<OutputPreset> preset(OutputFormat wish) {
        Object word = wish.more().get("preset");
        if (word == null) {
            return Optional.empty();
        }
        return Optional.of(OutputPreset.of(word.toString())
                .orElseThrow(() -> new RenderException(
                        EngineMessages.text("output.no-preset", word, String.join(", ", OutputPreset.words())))));
    }

    private static long bytes(Container container, double bytes) {
        if (!container.isRated()) {
            throw new RenderException(EngineMessages.text("output.no-byte-limit", container.extension()));
        }
        if (!(bytes >= OutputFormat.LEAST_BYTES)) {
            throw new RenderException(
                    EngineMessages.text("output.too-few-bytes", Math.round(bytes), OutputFormat.LEAST_BYTES));
        }
        return Math.round(bytes);
    }

    private static Duration moment(Container container, double millis) {
        if (!container.isStill()) {
            throw new RenderException(EngineMessages.text("output.moment-of-film", container.extension()));
        }
        if (!(millis >= 0 && millis <= LATEST_MS)) {
            throw new RenderException(EngineMessages.text("output.moment-range", millis));
        }
        return Duration.ofMillis(Math.round(millis));
    }

    private static Rational rate(double fps) {
        if (!(fps >= 1 && fps <= 240)) {
            throw new RenderException(EngineMessages.text("output.rate-range", fps));
        }
        return Rational.of(fps);
    }

    private static Optional<Double> number(OutputFormat wish, String name) {
        Object value = wish.more().get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Number number) {
            return Optional.of(number.doubleValue());
        }
        throw new RenderException(EngineMessages.text("output.not-a-number", name, value));
    }
}
