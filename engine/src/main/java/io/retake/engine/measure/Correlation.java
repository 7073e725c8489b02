package io.retake.engine.measure;

/** Fourier transforms of a power-of-two length, and the cross-correlation of two rows. */
final class Correlation {
    private Correlation() {}

    /** Transforms in place; {@code sign} is -1 for forward, 1 for inverse (without dividing by the length). */
    static void transform(double[] re, double[] im, int sign) {
        int n = re.length;
        for (int i = 1, j = 0; i < n; i++) {
            int bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                swap(re, i, j);
                swap(im, i, j);
            }
        }
        double[] cosines = new double[n / 2];
        double[] sines = new double[n / 2];
        for (int i = 0; i < n / 2; i++) {
            cosines[i] = Math.cos(2 * Math.PI * i / n);
            sines[i] = sign * Math.sin(2 * Math.PI * i / n);
        }
        for (int length = 2; length <= n; length <<= 1) {
            butterflies(re, im, length, cosines, sines);
        }
    }

    private static void butterflies(double[] re, double[] im, int length, double[] cosines, double[] sines) {
        int half = length / 2;
        int stride = re.length / length;
        for (int start = 0; start < re.length; start += length) {
            for (int k = 0; k < half; k++) {
                int a = start + k;
                int b = a + half;
                double c = cosines[k * stride];
                double s = sines[k * stride];
                double r = re[b] * c - im[b] * s;
                double i = re[b] * s + im[b] * c;
                re[b] = re[a] - r;
                im[b] = im[a] - i;
                re[a] += r;
                im[a] += i;
            }
        }
    }

    /**
     * The correlation of b, displaced by every lag, with a: at index lag, or length + lag below zero. The result is as
     * long as the next power of two that holds both.
     *
     * @param whitening 0 keeps the spectrum, 1 makes every frequency count the same (GCC-PHAT, Knapp and Carter 1976)
     */
    static double[] of(double[] a, double[] b, double whitening) {
        int n = Integer.highestOneBit(Math.max(2, a.length + b.length - 1)) * 2;
        double[] ar = java.util.Arrays.copyOf(a, n);
        double[] ai = new double[n];
        double[] br = java.util.Arrays.copyOf(b, n);
        double[] bi = new double[n];
        transform(ar, ai, -1);
        transform(br, bi, -1);
        for (int i = 0; i < n; i++) {
            double re = ar[i] * br[i] + ai[i] * bi[i];
            double im = ai[i] * br[i] - ar[i] * bi[i];
            double weight = whitening == 0 ? 1 : 1 / Math.pow(Math.hypot(re, im) + 1e-12, whitening);
            ar[i] = re * weight;
            ai[i] = im * weight;
        }
        transform(ar, ai, 1);
        for (int i = 0; i < n; i++) {
            ar[i] /= n;
        }
        return ar;
    }

    private static void swap(double[] row, int i, int j) {
        double kept = row[i];
        row[i] = row[j];
        row[j] = kept;
    }
}
