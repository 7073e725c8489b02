package io.retake.engine.measure;

/**
 * The noise of the picture: in each frame what a Laplacian leaves in the flattest tenth of its blocks (Immerkaer 1996,
 * on the blocks where texture does not add to it); of all frames the median. In steps of 255.
 */
final class NoiseMeter implements Decoding.FrameSink {
    private static final int BLOCK = 16;

    private final int width;
    private final int height;
    private final Numbers frames = new Numbers();

    NoiseMeter(int width, int height) {
        this.width = width;
        this.height = height;
    }

    @Override
    public void frame(byte[] pixels) {
        Numbers blocks = new Numbers();
        for (int y = 1; y + BLOCK < height; y += BLOCK) {
            for (int x = 1; x + BLOCK < width; x += BLOCK) {
                blocks.add(block(pixels, x, y));
            }
        }
        frames.add(Numbers.percentile(blocks.array(), 0.1));
    }

    double noise() {
        return Numbers.median(frames.array());
    }

    private double block(byte[] p, int fromX, int fromY) {
        long sum = 0;
        for (int y = fromY; y < fromY + BLOCK; y++) {
            for (int i = y * width + fromX; i < y * width + fromX + BLOCK; i++) {
                int above = v(p, i - width - 1) - 2 * v(p, i - width) + v(p, i - width + 1);
                int here = v(p, i - 1) - 2 * v(p, i) + v(p, i + 1);
                int below = v(p, i + width - 1) - 2 * v(p, i + width) + v(p, i + width + 1);
                sum += Math.abs(above - 2 * here + below);
            }
        }
        return Math.sqrt(Math.PI / 2) * sum / 6 / (BLOCK * BLOCK);
    }

    private static int v(byte[] p, int i) {
        return p[i] & 0xff;
    }
}
