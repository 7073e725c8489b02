package io.retake.nlu.rank;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.nlu.frame.ClauseReading;
import io.retake.nlu.frame.ClauseReading.ReadingKind;
import io.retake.nlu.frame.Reading;
import io.retake.nlu.grammar.Edge;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The features of readings for the ranker: words without a place, heads, values, order, rival readings, and what the
 * words alone ask for.
 */
public final class Features {
    private static final double[] STEPS = {0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1, 1.3, 1.6, 2, 2.5, 3, 4, 6, 8};
    private static final double[] SHARES = {0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95};

    private Features() {}

    /**
     * Returns the features of each of a message's readings, and last those of the choice of none of them.
     *
     * @param readings the readings, the cheapest first
     * @param intents how probable the words make each operation: see {@link Intents#of}
     */
    public static List<Set<String>> of(List<Reading> readings, Map<String, Double> intents) {
        List<Set<String>> all = new ArrayList<>();
        for (Reading reading : readings) {
            Set<String> features = of(reading, readings);
            intended(features, reading, intents);
            all.add(features);
        }
        all.add(ofNone(readings, intents));
        return all;
    }

    /** The choice of none: the more the best one leaves without a place, the likelier. */
    private static Set<String> ofNone(List<Reading> readings, Map<String, Double> intents) {
        Set<String> features = new LinkedHashSet<>();
        features.add("none");
        features.add("none of " + Math.min(6, readings.size()));
        steps(features, "none costs", readings.isEmpty() ? 100 : readings.get(0).cost(), STEPS);
        double nothing = intents.getOrDefault(Intents.NOTHING, 0.0);
        steps(features, "none asks nothing", nothing, SHARES);
        intents.entrySet().stream()
                .filter(e -> !e.getKey().equals(Intents.NOTHING))
                .mapToDouble(Map.Entry::getValue)
                .max()
                .ifPresent(most -> steps(features, "none asks", most, SHARES));
        return features;
    }

    /** Whether the words alone make what a reading asks for probable, and nothing that it doesn't ask for. */
    private static void intended(Set<String> features, Reading reading, Map<String, Double> intents) {
        Set<String> asked = new LinkedHashSet<>();
        reading.requests().forEach(r -> asked.add(r.path("op").asText().toLowerCase(Locale.ROOT)));
        if (asked.isEmpty()) {
            asked.add(Intents.NOTHING);
        }
        double least = asked.stream()
                .mapToDouble(o -> intents.getOrDefault(o, 0.0))
                .min()
                .orElse(0);
        double most = 0;
        double sum = 0;
        for (Map.Entry<String, Double> intent : intents.entrySet()) {
            if (!asked.contains(intent.getKey())) {
                most = Math.max(most, intent.getValue());
                sum += intent.getValue();
            }
        }
        steps(features, "intended", least, SHARES);
        steps(features, "left out", most, SHARES);
        steps(features, "left out together", sum, SHARES);
    }

    private static Set<String> of(Reading reading, List<Reading> all) {
        Set<String> features = new LinkedHashSet<>();
        features.add("bias");
        steps(features, "cost", reading.cost() - 0.3 * reading.requests().size(), STEPS);
        steps(features, "worst", reading.worst(), STEPS);
        double best = all.get(0).cost();
        steps(features, "behind", reading.cost() - best, STEPS);
        if (reading.equals(all.get(0)) && all.size() > 1) {
            steps(features, "ahead", all.get(1).cost() - best, STEPS);
        }
        features.add("requests " + Math.min(4, reading.requests().size()));
        if (reading.requests().isEmpty()) {
            features.add("nothing");
        }
        String before = "start";
        for (ObjectNode request : reading.requests()) {
            String operation = operation(request);
            features.add("op " + operation);
            features.add("ops " + before + " " + operation);
            request.fieldNames().forEachRemaining(n -> features.add("slot " + operation + " " + n));
            before = operation;
        }
        reading.notes().forEach(n -> features.add("note " + n));
        for (ClauseReading clause : reading.clauses()) {
            clause(features, clause);
        }
        return features;
    }

    private static String operation(ObjectNode request) {
        return request.path("op").asText()
                + (request.has("edit") ? " " + request.path("edit").path("op").asText() : "");
    }

    private static void clause(Set<String> features, ClauseReading clause) {
        String what =
                clause.frame().map(f -> f.operation()).orElse(clause.kind().name());
        if (clause.kind() == ReadingKind.REMARK) {
            features.add("tells " + Math.min(3, clause.edges().size()));
        }
        for (Edge edge : clause.edges()) {
            features.add("says " + edge.category());
            features.add("says " + what + " " + edge.category());
            if (edge.cost() > 0) {
                features.add("misspelt");
            }
        }
        boolean remark = clause.kind() == ReadingKind.REMARK || clause.kind() == ReadingKind.TOPIC;
        features.add("kind " + clause.kind());
        if (remark) {
            features.add("remark");
            steps(features, "remark", clause.words().size() / 10.0, STEPS);
            features.add("remark from "
                    + (clause.words().isEmpty() ? "" : clause.words().get(0)));
        }
        for (String word : clause.words()) {
            features.add((remark ? "told " : "skipped ") + word);
            if (!remark) {
                features.add("skips");
                features.add("skipped in " + what);
            }
        }
        if (clause.kind() == ReadingKind.VALUES) {
            features.add("values");
        }
    }

    /** A number as the steps that it reaches, so that weights can say anything of it. */
    private static void steps(Set<String> features, String name, double value, double... steps) {
        for (double step : steps) {
            if (value >= step) {
                features.add(name + " " + step);
            }
        }
    }
}
