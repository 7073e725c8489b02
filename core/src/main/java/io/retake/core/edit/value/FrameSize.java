package io.retake.core.edit.value;

import io.retake.core.CoreMessages;
import java.util.List;

/** A picture size. The output always has even sides, as 4:2:0 chroma requires. */
public sealed interface FrameSize {

    /** Returns whether a picture of that many pixels must be enlarged to reach it; true for an unknown size (0). */
    boolean enlarges(int width, int height);

    /** The shorter side in pixels: 1080p is 1920x1080 in landscape and 1080x1920 in portrait. 16 to 4320. */
    record Lines(int count) implements FrameSize {
        /** The longer side by the shorter one: 16:9, 4:3 and the square, lying or standing. */
        private static final List<Double> STANDARD = List.of(16 / 9.0, 4 / 3.0, 1.0);

        /** Checks the range 16 to 4320. */
        public Lines {
            requireSide(count);
        }

        @Override
        public boolean enlarges(int width, int height) {
            return count > Math.min(width, height);
        }

        /**
         * Returns the size with these lines and the shape of another picture, with even sides. A shape within a percent
         * of a standard one means the standard one: 1080p of 854x480 is 1920x1080, not 1922x1080.
         */
        public Pixels in(Pixels shape) {
            return in(shape.width(), shape.height());
        }

        /** Returns the size as {@link #in(Pixels)} does, of a picture of any size. */
        public Pixels in(double width, double height) {
            double ratio = standard(Math.max(width, height) / Math.min(width, height));
            int longer = even(count * ratio);
            return width < height ? new Pixels(even(count), longer) : new Pixels(longer, even(count));
        }

        private static double standard(double ratio) {
            return STANDARD.stream()
                    .filter(standard -> Math.abs(ratio / standard - 1) <= 0.01)
                    .findFirst()
                    .orElse(ratio);
        }

        private static int even(double side) {
            return (int) Math.max(16, Math.min(8192, Math.round(side / 2) * 2));
        }
    }

    /** An exact width and height, in pixels. */
    record Pixels(int width, int height) implements FrameSize {
        /** Checks that both sides are between 16 and 8192. */
        public Pixels {
            requireSide(width);
            requireSide(height);
        }

        @Override
        public boolean enlarges(int otherWidth, int otherHeight) {
            return width > otherWidth || height > otherHeight;
        }
    }

    private static void requireSide(int side) {
        if (side < 16 || side > 8192) {
            throw new IllegalArgumentException(CoreMessages.text("value.picture-side", side));
        }
    }
}
