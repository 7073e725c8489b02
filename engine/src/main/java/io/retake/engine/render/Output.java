package io.retake.engine.render;

import io.retake.core.protocol.OutputFormat;
import io.retake.engine.media.Rational;
import java.util.Optional;

/**
 * What an export is to be.
 *
 * @param size in place of the timeline's own
 * @param fps in place of the timeline's own
 */
public record Output(Container container, Quality quality, Optional<Size> size, Optional<Rational> fps) {

    /** Pixels, both even, 16 to 8192. */
    public record Size(int width, int height) {
        public Size {
            if (width < 16 || height < 16 || width > 8192 || height > 8192) {
                throw new RenderException(
                        "A picture is 16 to 8192 pixels wide and high; found " + width + "x" + height + ".");
            }
            width &= ~1;
            height &= ~1;
        }
    }

    /** In that container, at high quality, as large and fast as the timeline is. */
    public static Output of(Container container) {
        return new Output(container, Quality.HIGH, Optional.empty(), Optional.empty());
    }

    /**
     * What a request asks for.
     *
     * @throws RenderException when there is no such format, quality, size or rate
     */
    public static Output of(OutputFormat wish) {
        Container container = Container.of(wish.format())
                .orElseThrow(() -> new RenderException(
                        "There is no export as '" + wish.format() + "'. There is " + Container.names() + "."));
        Quality quality = Quality.of(wish.quality())
                .orElseThrow(() -> new RenderException(
                        "There is no quality '" + wish.quality() + "'. There is high, medium, low."));
        Optional<Double> width = number(wish, "width");
        Optional<Double> height = number(wish, "height");
        if (width.isPresent() != height.isPresent()) {
            throw new RenderException("A size needs width and height; one of them is missing.");
        }
        Optional<Size> size = width.map(w -> new Size((int) Math.round(w), (int) Math.round(height.orElse(0.0))));
        return new Output(container, quality, size, number(wish, "fps").map(Output::rate));
    }

    private static Rational rate(double fps) {
        if (!(fps >= 1 && fps <= 240)) {
            throw new RenderException("A frame rate is 1 to 240 frames a second; found " + fps + ".");
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
        throw new RenderException("The export's " + name + " is a number; found '" + value + "'.");
    }
}
