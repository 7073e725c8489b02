package io.retake.core.edit.value;

/** A picture size. Whichever way it is given, the picture that comes out has even sides (4:2:0 chroma wants them). */
public sealed interface FrameSize {

    /** Whether a picture of that many pixels has to be enlarged to reach it; one whose size nobody knows (0) has to. */
    boolean enlarges(int width, int height);

    /** The shorter side in pixels: 1080p is 1920x1080 lying and 1080x1920 standing. 16 to 4320. */
    record Lines(int count) implements FrameSize {
        /** Checks 16 to 4320. */
        public Lines {
            requireSide(count);
        }

        @Override
        public boolean enlarges(int width, int height) {
            return count > Math.min(width, height);
        }

        /** As many lines in the shape of another picture, with even sides. */
        public Pixels in(Pixels shape) {
            double scale = count / (double) Math.min(shape.width(), shape.height());
            return new Pixels(even(shape.width() * scale), even(shape.height() * scale));
        }

        private static int even(double side) {
            return (int) Math.max(16, Math.min(8192, Math.round(side / 2) * 2));
        }
    }

    /** Exactly this wide and high, in pixels. */
    record Pixels(int width, int height) implements FrameSize {
        /** Checks 16 to 8192 either way. */
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
            throw new IllegalArgumentException("a picture side is 16 to 8192 pixels, not " + side);
        }
    }
}
