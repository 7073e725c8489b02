package io.retake.engine.measure;

/** Levels of 10 ms from stereo samples. The channels' energies are added, so that opposite phases don't vanish. */
final class LevelMeter implements Decoding.SampleSink {
    static final int RATE = 16_000;
    private static final int WINDOW = 2 * (int) (RATE * SoundLevels.STEP);

    private final Numbers levels = new Numbers();
    private double energy;
    private int filled;

    @Override
    public void samples(float[] block, int count) {
        for (int i = 0; i < count; i++) {
            energy += block[i] * (double) block[i];
            if (++filled == WINDOW) {
                levels.add(Math.max(SoundLevels.LOWEST, 10 * Math.log10(energy / WINDOW + 1e-12)));
                energy = 0;
                filled = 0;
            }
        }
    }

    double[] levels() {
        return levels.array();
    }
}
