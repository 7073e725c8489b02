package io.retake.nlu.rank;

import io.retake.nlu.grammar.Grammar;
import io.retake.nlu.text.Word;
import io.retake.nlu.text.WordKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How probable it is that a message asks for an operation, by its words and pairs of words alone, wherever they stand:
 * a maximum-entropy model for each operation. It knows words that no frame knows, so it can say that a reading leaves
 * out what was asked for. Immutable and thread-safe.
 */
public final class Intents {
    /** The model that comes with the module. */
    public static final Intents TRAINED = new Intents(Weights.read(Grammar.text("/io/retake/nlu/intents.txt")));

    /** Stands for a message that asks for nothing. */
    public static final String NOTHING = "nothing";

    /** The weight of a feature for an operation, by its place among the operations. */
    private record Weight(int operation, double weight) {}

    private final List<String> operations;
    private final Map<String, List<Weight>> weights = new HashMap<>();

    /** Creates a model; weights by feature, an operation and what {@link #features} returns with a space between. */
    public Intents(Map<String, Double> weights) {
        this.operations = weights.keySet().stream()
                .map(f -> f.substring(0, f.indexOf(' ')))
                .distinct()
                .sorted()
                .toList();
        weights.forEach((feature, weight) -> {
            int space = feature.indexOf(' ');
            int operation = Collections.binarySearch(operations, feature.substring(0, space));
            this.weights
                    .computeIfAbsent(feature.substring(space + 1), f -> new ArrayList<>())
                    .add(new Weight(operation, weight));
        });
    }

    /** Returns the words and the pairs of words; numbers, names and marks as their kind. */
    public static Set<String> features(List<Word> words) {
        Set<String> features = new LinkedHashSet<>();
        features.add("bias");
        String before = "^";
        for (Word word : words) {
            String said = word.kind() == WordKind.LETTERS || word.kind() == WordKind.HAN
                    ? word.text()
                    : word.kind().name();
            features.add(said);
            features.add(before + " " + said);
            before = said;
        }
        return features;
    }

    /** Returns the probability of each operation, 0 to 1, in lower case; {@link #NOTHING} among them. */
    public Map<String, Double> of(List<Word> words) {
        double[] sums = new double[operations.size()];
        for (String feature : features(words)) {
            for (Weight weight : weights.getOrDefault(feature, List.of())) {
                sums[weight.operation()] += weight.weight();
            }
        }
        Map<String, Double> probabilities = new TreeMap<>();
        for (int i = 0; i < sums.length; i++) {
            probabilities.put(operations.get(i), 1 / (1 + Math.exp(-sums[i])));
        }
        return probabilities;
    }
}
