package io.retake.nlu.rank;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Weights of features, as a model's file has them: a line each, the weight, a tab and the feature. */
final class Weights {
    private Weights() {}

    static Map<String, Double> read(String text) {
        Map<String, Double> weights = new HashMap<>();
        text.lines().filter(l -> !l.startsWith("#") && !l.isBlank()).forEach(line -> {
            int tab = line.indexOf('\t');
            weights.put(line.substring(tab + 1), Double.valueOf(line.substring(0, tab)));
        });
        return weights;
    }

    static double sum(Set<String> features, Map<String, Double> weights) {
        double sum = 0;
        for (String feature : features) {
            sum += weights.getOrDefault(feature, 0.0);
        }
        return sum;
    }
}
