package io.retake.nlu.rank;

import io.retake.nlu.frame.Reading;
import io.retake.nlu.grammar.Grammar;
import io.retake.nlu.text.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Orders readings by how probable it is that they are what was meant: a maximum-entropy model over {@link Features} that
 * chooses one of the readings, or none of them. It only chooses among readings that the frames allow, so no weight can
 * make another one. Immutable and thread-safe.
 */
public final class Ranker {
    /** The model that comes with the module. */
    public static final Ranker TRAINED =
            new Ranker(Weights.read(Grammar.text("/io/retake/nlu/weights.txt")), Intents.TRAINED);

    private final Map<String, Double> weights;
    private final Intents intents;

    /** Creates a ranker with these weights. */
    public Ranker(Map<String, Double> weights, Intents intents) {
        this.weights = Map.copyOf(weights);
        this.intents = intents;
    }

    /** Returns the readings with their probabilities, most probable first. */
    public List<Ranked> rank(List<Reading> readings, List<Word> words) {
        List<Set<String>> features = Features.of(readings, intents.of(words));
        List<Double> probabilities = probabilities(features, weights);
        List<Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            ranked.add(new Ranked(readings.get(i), probabilities.get(i)));
        }
        ranked.sort(Comparator.comparingDouble(Ranked::probability).reversed());
        return List.copyOf(ranked);
    }

    /** Returns how probable each of the choices with these features is, 0 to 1; together they make 1. */
    public static List<Double> probabilities(List<Set<String>> choices, Map<String, Double> weights) {
        double[] sums =
                choices.stream().mapToDouble(f -> Weights.sum(f, weights)).toArray();
        return Arrays.stream(shares(sums)).boxed().toList();
    }

    /** Returns the probabilities of choices whose features weigh so much together. */
    public static double[] shares(double... sums) {
        double most = Arrays.stream(sums).max().orElse(0);
        double all = Arrays.stream(sums).map(s -> Math.exp(s - most)).sum();
        return Arrays.stream(sums).map(s -> Math.exp(s - most) / all).toArray();
    }
}
