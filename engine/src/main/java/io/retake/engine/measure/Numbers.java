package io.retake.engine.measure;

import java.util.Arrays;

/** A growing list of primitive numbers, with statistics over arrays. */
final class Numbers {
    private double[] values = new double[1024];
    private int count;

    void add(double value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, count * 2);
        }
        values[count++] = value;
    }

    int size() {
        return count;
    }

    double[] array() {
        return Arrays.copyOf(values, count);
    }

    /** Returns the value that this share of the row lies below; 0 for an empty row. */
    static double percentile(double[] row, double share) {
        if (row.length == 0) {
            return 0;
        }
        double[] sorted = row.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.round(share * (sorted.length - 1)))];
    }

    static double median(double[] row) {
        return percentile(row, 0.5);
    }

    /** Returns a Gaussian average around each value; at the ends, of the values there are. */
    static double[] smoothed(double[] row, double sigma) {
        int reach = (int) Math.ceil(3 * sigma);
        double[] weights = new double[reach + 1];
        for (int i = 0; i <= reach; i++) {
            weights[i] = Math.exp(-0.5 * i * i / (sigma * sigma));
        }
        double[] smooth = new double[row.length];
        for (int i = 0; i < row.length; i++) {
            double sum = 0;
            double weight = 0;
            for (int j = Math.max(0, i - reach); j <= Math.min(row.length - 1, i + reach); j++) {
                double w = weights[Math.abs(i - j)];
                sum += w * row[j];
                weight += w;
            }
            smooth[i] = sum / weight;
        }
        return smooth;
    }
}
