package io.retake.nlu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.retake.nlu.frame.Reading;
import io.retake.nlu.rank.Features;
import io.retake.nlu.rank.Ranker;
import io.retake.nlu.situation.Situation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Trains the ranker on files of labelled requests and writes its weights. For each file it first trains on the others
 * and shows what it would do with this one: how much is right and wrong at several limits of probability.
 */
final class TrainRanker {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ROUNDS = 12;
    private static final double DECAY = 0.001;
    private static final double[] LIMITS = {0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95};

    /** What the most probable reading gets wrong, for reading. */
    private static final List<String> FAULTS = new ArrayList<>();

    private TrainRanker() {}

    private record Candidate(Set<String> features, boolean right, boolean nothing, String text) {}

    private static final Candidate NONE = new Candidate(Set.of(), false, true, "");

    private record Row(List<Candidate> candidates, boolean asksNothing, String text) {}

    public static void main(String[] arguments) throws IOException {
        Map<String, List<Row>> files = new TreeMap<>();
        for (String file : arguments) {
            files.put(Path.of(file).getFileName().toString(), rows(Path.of(file)));
        }
        if (!"no".equals(System.getProperty("cross"))) {
            cross(files);
        }
        String unseen = System.getProperty("unseen", "");
        if (!unseen.isEmpty()) {
            unseen(train(all(files, "")), List.of(unseen.split(" ", -1)));
        }
        String out = System.getProperty("weights", "");
        if (!out.isEmpty()) {
            write(Path.of(out), train(all(files, "")));
        }
    }

    private static List<Row> all(Map<String, List<Row>> files, String but) {
        return files.entrySet().stream()
                .filter(e -> !e.getKey().equals(but))
                .flatMap(e -> e.getValue().stream())
                .toList();
    }

    private static void cross(Map<String, List<Row>> files) throws IOException {
        int[] exact = new int[LIMITS.length];
        int[] wrong = new int[LIMITS.length];
        int reachable = 0;
        int rows = 0;
        for (String held : files.keySet()) {
            Map<String, Double> weights = train(all(files, held));
            for (Row row : files.get(held)) {
                rows++;
                reachable += row.asksNothing() || row.candidates().stream().anyMatch(Candidate::right) ? 1 : 0;
                score(row, weights, exact, wrong);
            }
        }
        FAULTS.sort(java.util.Comparator.reverseOrder());
        Files.write(Path.of(System.getProperty("faults", "target/faults.txt")), FAULTS);
        System.out.printf("among the readings: %.1f %%%n", 100.0 * reachable / rows);
        for (int i = 0; i < LIMITS.length; i++) {
            System.out.printf(
                    "p >= %.2f: %5.1f %% exact %5.1f %% wrong%n",
                    LIMITS[i], 100.0 * exact[i] / rows, 100.0 * wrong[i] / rows);
        }
    }

    /** Shows what the ranker does with files that it was not trained on. */
    private static void unseen(Map<String, Double> weights, List<String> files) throws IOException {
        for (String file : files) {
            int[] exact = new int[LIMITS.length];
            int[] wrong = new int[LIMITS.length];
            List<Row> rows = rows(Path.of(file));
            rows.forEach(row -> score(row, weights, exact, wrong));
            long among = rows.stream()
                    .filter(r -> r.asksNothing() || r.candidates().stream().anyMatch(Candidate::right))
                    .count();
            System.out.printf("%s: among %.1f %%", Path.of(file).getFileName(), 100.0 * among / rows.size());
            for (int i = 0; i < LIMITS.length; i++) {
                System.out.printf(
                        "  %.2f: %.1f/%.1f", LIMITS[i], 100.0 * exact[i] / rows.size(), 100.0 * wrong[i] / rows.size());
            }
            System.out.println();
        }
    }

    private static void write(Path out, Map<String, Double> weights) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# Weights of the ranker, made by TrainRanker from the training files of the requests.");
        new TreeMap<>(weights).forEach((feature, weight) -> {
            if (Math.abs(weight) >= 0.05) {
                lines.add(String.format(Locale.ROOT, "%.2f\t%s", weight, feature));
            }
        });
        Files.write(out, lines);
        System.out.println(lines.size() + " weights");
    }

    private static void score(Row row, Map<String, Double> weights, int[] exact, int[] wrong) {
        Candidate best = row.candidates().isEmpty() ? NONE : row.candidates().get(0);
        double most = -1;
        for (Candidate candidate : row.candidates()) {
            double p = Ranker.probability(candidate.features(), weights);
            if (p > most) {
                most = p;
                best = candidate;
            }
        }
        if (!(best.nothing() ? row.asksNothing() : best.right())) {
            boolean among = row.candidates().stream().anyMatch(Candidate::right);
            FAULTS.add(String.format(
                    Locale.ROOT, "%.2f %s%s%n   best %s", most, among ? "(among) " : "", row.text(), best.text()));
        }
        for (int i = 0; i < LIMITS.length; i++) {
            boolean done = most >= LIMITS[i] && !best.nothing();
            if (done ? best.right() : row.asksNothing()) {
                exact[i]++;
            } else if (done) {
                wrong[i]++;
            }
        }
    }

    private static List<Row> rows(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split("\t", -1);
            Situation situation = Contexts.of(parts[0]);
            JsonNode label = JSON.readTree(parts[2]);
            List<String> wanted = label.isArray() ? Labels.of(label, situation) : List.of();
            List<Reading> readings = Parser.readings(parts[1], situation);
            List<Candidate> candidates = new ArrayList<>();
            for (Reading reading : readings) {
                List<String> got = Labels.of(reading.requests(), situation);
                candidates.add(new Candidate(
                        Features.of(reading, readings), got.equals(wanted), got.isEmpty(), got.toString()));
            }
            rows.add(new Row(
                    candidates,
                    wanted.isEmpty(),
                    parts[0] + " " + parts[1] + "\n   want " + (label.isArray() ? wanted : label)));
        }
        return rows;
    }

    private static Map<String, Double> train(List<Row> rows) {
        Map<String, Double> weights = new HashMap<>();
        Map<String, double[]> squares = new HashMap<>();
        List<Candidate> all = new ArrayList<>();
        rows.forEach(r -> all.addAll(r.candidates()));
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(all, random);
            for (Candidate candidate : all) {
                double error = (candidate.right() ? 1 : 0) - Ranker.probability(candidate.features(), weights);
                for (String feature : candidate.features()) {
                    double weight = weights.getOrDefault(feature, 0.0);
                    double gradient = error - DECAY * weight;
                    double[] square = squares.computeIfAbsent(feature, f -> new double[] {1});
                    square[0] += gradient * gradient;
                    weights.put(feature, weight + 0.3 * gradient / Math.sqrt(square[0]));
                }
            }
        }
        return weights;
    }
}
