package io.retake.nlu;

import io.retake.nlu.rank.Intents;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Learns from labelled requests what words ask for. */
final class TrainIntents {
    private static final int ROUNDS = 8;
    private static final double DECAY = 0.002;
    /** Rarer words say nothing for certain. */
    private static final int SEEN = 3;

    private static final double LEAST = 0.4;

    private TrainIntents() {}

    /** The numbers of a request's features, and what it asks for. */
    private static final class Example {
        private final int[] features;
        private final Set<String> operations;

        Example(int[] features, Set<String> operations) {
            this.features = features;
            this.operations = operations;
        }
    }

    /** Returns the weights, by operation and feature. */
    static Map<String, Double> weights(List<LabelledRow> rows) {
        Map<String, Integer> seen = new HashMap<>();
        rows.forEach(r -> Intents.features(r.words()).forEach(f -> seen.merge(f, 1, Integer::sum)));
        Learning learning = new Learning(DECAY);
        List<Example> examples = new ArrayList<>();
        Set<String> operations = new TreeSet<>();
        for (LabelledRow row : rows) {
            List<String> features = Intents.features(row.words()).stream()
                    .filter(f -> seen.getOrDefault(f, 0) >= SEEN)
                    .toList();
            examples.add(new Example(learning.numbers(features), row.operations()));
            operations.addAll(row.operations());
        }
        Map<String, Double> all = new TreeMap<>();
        for (String operation : operations) {
            learning.restart();
            learn(learning, examples, operation);
            learning.weights(LEAST).forEach((feature, weight) -> all.put(operation + " " + feature, weight));
        }
        return all;
    }

    private static void learn(Learning learning, List<Example> examples, String operation) {
        List<Example> order = new ArrayList<>(examples);
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(order, random);
            for (Example example : order) {
                double p = 1 / (1 + Math.exp(-learning.sum(example.features)));
                double error = (example.operations.contains(operation) ? 1 : 0) - p;
                if (Math.abs(error) > 0.001) {
                    learning.step(example.features, error);
                }
            }
        }
    }
}
