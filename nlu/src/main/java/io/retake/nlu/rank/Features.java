package io.retake.nlu.rank;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.nlu.frame.ClauseReading;
import io.retake.nlu.frame.ClauseReading.ReadingKind;
import io.retake.nlu.frame.Reading;
import io.retake.nlu.grammar.Edge;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The features of a reading for the ranker: words without a place, heads, values, order, and rival readings. */
public final class Features {
    private Features() {}

    /** Returns the features of one of a message's readings. */
    public static Set<String> of(Reading reading, List<Reading> all) {
        Set<String> features = new LinkedHashSet<>();
        features.add("bias");
        steps(features, "cost", reading.cost() - 0.3 * reading.requests().size());
        steps(features, "worst", reading.worst());
        double best = all.get(0).cost();
        steps(features, "behind", reading.cost() - best);
        if (reading.equals(all.get(0)) && all.size() > 1) {
            steps(features, "ahead", all.get(1).cost() - best);
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
            steps(features, "remark", clause.words().size() / 10.0);
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
    private static void steps(Set<String> features, String name, double value) {
        for (double step : new double[] {0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1, 1.3, 1.6, 2, 2.5, 3, 4, 6}) {
            if (value >= step) {
                features.add(name + " " + step);
            }
        }
    }
}
