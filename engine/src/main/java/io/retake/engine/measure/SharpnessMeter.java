package io.retake.engine.measure;

/**
 * Compares what is lost when frames are halved with what is lost when they are halved again. Of natural pictures, whose
 * amplitude falls with the frequency, each halving loses about as much; of soft ones the first loses nothing.
 */
final class SharpnessMeter implements Decoding.FrameSink {
    private final int side;
    private double fine;
    private double coarse;

    SharpnessMeter(int side) {
        this.side = side;
    }

    @Override
    public void frame(byte[] pixels) {
        float[] picture = new float[side * side];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = pixels[i] & 0xff;
        }
        float[] half = halved(picture, side);
        fine += lost(picture, half, side);
        coarse += lost(half, halved(half, side / 2), side / 2);
    }

    /** Zero for a picture without any detail. */
    double sharpness() {
        return coarse <= 0 ? 0 : Math.sqrt(fine / coarse);
    }

    private static float[] halved(float[] picture, int side) {
        int half = side / 2;
        float[] small = new float[half * half];
        for (int y = 0; y < half; y++) {
            for (int x = 0; x < half; x++) {
                int at = 2 * y * side + 2 * x;
                small[y * half + x] = (picture[at] + picture[at + 1] + picture[at + side] + picture[at + side + 1]) / 4;
            }
        }
        return small;
    }

    /** The mean square of what a bilinear enlargement of the half doesn't bring back. */
    private static double lost(float[] picture, float[] small, int side) {
        int half = side / 2;
        double sum = 0;
        for (int y = 2; y < side - 2; y++) {
            int row = y / 2;
            int nextRow = y % 2 == 0 ? row - 1 : row + 1;
            for (int x = 2; x < side - 2; x++) {
                int column = x / 2;
                int next = x % 2 == 0 ? column - 1 : column + 1;
                float near = 0.75f * small[row * half + column] + 0.25f * small[row * half + next];
                float far = 0.75f * small[nextRow * half + column] + 0.25f * small[nextRow * half + next];
                float difference = picture[y * side + x] - 0.75f * near - 0.25f * far;
                sum += difference * difference;
            }
        }
        return sum / ((double) (side - 4) * (side - 4));
    }
}
