package io.retake.engine.measure;

/** Counts samples that stand at full scale three or more in a row: what a recorder cut off. */
final class ClipCounter implements Decoding.SampleSink {
    private static final float FULL = 0.998f;
    private static final int RUN = 3;

    private final int[] runs;
    private long clipped;
    private long samples;

    ClipCounter(int channels) {
        this.runs = new int[channels];
    }

    @Override
    public void samples(float[] block, int count) {
        for (int i = 0; i < count; i++) {
            int channel = (int) (samples++ % runs.length);
            if (Math.abs(block[i]) < FULL) {
                runs[channel] = 0;
            } else if (++runs[channel] == RUN) {
                clipped += RUN;
            } else if (runs[channel] > RUN) {
                clipped++;
            }
        }
    }

    long clipped() {
        return clipped;
    }

    /** Samples of one channel. */
    long length() {
        return samples / runs.length;
    }
}
