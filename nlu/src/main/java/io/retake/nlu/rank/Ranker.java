package io.retake.nlu.rank;

import io.retake.nlu.frame.Reading;
import io.retake.nlu.grammar.Grammar;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Orders readings by how probable it is that they are what was meant: a maximum-entropy model over {@link Features}. It
 * only chooses among readings that the frames allow, so no weight can make another one. Immutable and thread-safe.
 */
public final class Ranker {
    /** The model that comes with the module. */
    public static final Ranker TRAINED = of(Grammar.text("/io/retake/nlu/weights.txt"));

    private final Map<String, Double> weights;

    /** Creates a ranker with these weights. */
    public Ranker(Map<String, Double> weights) {
        this.weights = Map.copyOf(weights);
    }

    private static Ranker of(String text) {
        Map<String, Double> weights = new HashMap<>();
        text.lines().filter(l -> !l.startsWith("#") && !l.isBlank()).forEach(line -> {
            int tab = line.indexOf('\t');
            weights.put(line.substring(tab + 1), Double.valueOf(line.substring(0, tab)));
        });
        return new Ranker(weights);
    }

    /** Returns the readings with their probabilities, most probable first. */
    public List<Ranked> rank(List<Reading> readings) {
        return readings.stream()
                .map(r -> new Ranked(r, probability(Features.of(r, readings), weights)))
                .sorted(Comparator.comparingDouble(Ranked::probability).reversed())
                .toList();
    }

    /** Returns the probability, 0 to 1, that a reading with these features is what was meant. */
    public static double probability(Set<String> features, Map<String, Double> weights) {
        double sum = 0;
        for (String feature : features) {
            sum += weights.getOrDefault(feature, 0.0);
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
