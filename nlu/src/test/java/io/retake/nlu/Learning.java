package io.retake.nlu;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Weights of features while they are learned, by adaptive gradient ascent. */
final class Learning {
    private static final double RATE = 0.3;

    private final double decay;
    private final Map<String, Integer> numbers = new HashMap<>();
    private double[] weights = new double[1024];
    private double[] squares = new double[1024];

    /** Starts; a weight shrinks by this share of itself in every step. */
    Learning(double decay) {
        this.decay = decay;
        Arrays.fill(squares, 1);
    }

    /** Returns the numbers of features, by which they are learned. */
    int[] numbers(Collection<String> features) {
        int[] own = features.stream()
                .mapToInt(f -> numbers.computeIfAbsent(f, n -> numbers.size()))
                .toArray();
        if (numbers.size() > weights.length) {
            int before = weights.length;
            weights = Arrays.copyOf(weights, 2 * numbers.size());
            squares = Arrays.copyOf(squares, weights.length);
            Arrays.fill(squares, before, squares.length, 1);
        }
        return own;
    }

    double sum(int[] features) {
        double sum = 0;
        for (int feature : features) {
            sum += weights[feature];
        }
        return sum;
    }

    /** Moves the weights of features towards less error. */
    void step(int[] features, double error) {
        for (int feature : features) {
            double gradient = error - decay * weights[feature];
            squares[feature] += gradient * gradient;
            weights[feature] += RATE * gradient / Math.sqrt(squares[feature]);
        }
    }

    /** Forgets the weights and keeps the numbers. */
    void restart() {
        Arrays.fill(weights, 0);
        Arrays.fill(squares, 1);
    }

    /** Returns the weights of at least a size. */
    Map<String, Double> weights(double least) {
        Map<String, Double> all = new HashMap<>();
        numbers.forEach((feature, number) -> {
            if (Math.abs(weights[number]) >= least) {
                all.put(feature, weights[number]);
            }
        });
        return all;
    }

    /** Returns the numbers of several lists of features. */
    List<int[]> all(List<? extends Collection<String>> lists) {
        return lists.stream().map(this::numbers).toList();
    }
}
