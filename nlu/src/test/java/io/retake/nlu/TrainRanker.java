package io.retake.nlu;

import io.retake.nlu.rank.Features;
import io.retake.nlu.rank.Intents;
import io.retake.nlu.rank.Ranker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Trains the ranker on files of labelled requests and writes its weights. Before, it trains on
 * most of the files and shows what it would do with the others: how much is right and wrong at several limits of probability.
 */
final class TrainRanker {
    private static final int ROUNDS = 12;
    private static final double DECAY = 0.001;
    /** What words ask for is learned on other files than the ranker learns to trust it with. */
    private static final int PARTS = 5;
    /** How often it is tried, each time on other files. */
    private static final int TRIALS = 6;

    private TrainRanker() {}

    /** The choices of a row; the last one is none of the readings. */
    private record Choices(List<Set<String>> features, List<Boolean> right) {}

    private record Model(Map<String, Double> weights, Map<String, Double> intents) {}

    public static void main(String[] arguments) throws IOException {
        Map<String, List<LabelledRow>> files = new TreeMap<>();
        for (String file : arguments) {
            files.put(Path.of(file).getFileName().toString(), LabelledRow.read(Path.of(file)));
        }
        if (!"no".equals(System.getProperty("cross"))) {
            cross(files);
        }
        String unseen = System.getProperty("unseen", "");
        if (!unseen.isEmpty()) {
            unseen(train(List.copyOf(files.values())), List.of(unseen.split(" ", -1)));
        }
        String out = System.getProperty("weights", "");
        if (!out.isEmpty()) {
            Model model = train(List.copyOf(files.values()));
            write(Path.of(out), "Weights of the ranker", 0.05, model.weights());
            write(Path.of(out).resolveSibling("intents.txt"), "What words ask for", 0, model.intents());
        }
    }

    private static void cross(Map<String, List<LabelledRow>> files) throws IOException {
        Figures figures = new Figures();
        List<List<LabelledRow>> all = List.copyOf(files.values());
        for (int trial = 0; trial < TRIALS; trial++) {
            int held = trial;
            Model model = train(IntStream.range(0, all.size())
                    .filter(i -> i % TRIALS != held)
                    .mapToObj(all::get)
                    .toList());
            score(rows(all, i -> i % TRIALS == held), model, figures);
        }
        Files.write(Path.of(System.getProperty("faults", "target/faults.txt")), figures.faults());
        System.out.println(figures);
    }

    /** Shows what the ranker does with files that it was not trained on. */
    private static void unseen(Model model, List<String> files) throws IOException {
        for (String file : files) {
            Figures figures = new Figures();
            score(LabelledRow.read(Path.of(file)), model, figures);
            System.out.println(Path.of(file).getFileName() + ": " + figures);
        }
    }

    private static void score(List<LabelledRow> rows, Model model, Figures figures) {
        Intents intents = new Intents(model.intents());
        for (LabelledRow row : rows) {
            figures.count(row, Ranker.probabilities(choices(row, intents).features(), model.weights()));
        }
    }

    private static Choices choices(LabelledRow row, Intents intents) {
        List<Set<String>> features = Features.of(row.readings(), intents.of(row.words()));
        List<Boolean> right = new ArrayList<>();
        row.got().forEach(g -> right.add(g.equals(row.wanted())));
        right.add(!right.contains(true));
        return new Choices(features, right);
    }

    private static Model train(List<List<LabelledRow>> files) {
        List<Choices> all = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            int here = part;
            Intents others = new Intents(TrainIntents.weights(rows(files, i -> i % PARTS != here)));
            rows(files, i -> i % PARTS == here).forEach(r -> all.add(choices(r, others)));
        }
        return new Model(weights(all), TrainIntents.weights(rows(files, i -> true)));
    }

    private static List<LabelledRow> rows(List<List<LabelledRow>> files, IntPredicate which) {
        return IntStream.range(0, files.size())
                .filter(which)
                .mapToObj(files::get)
                .flatMap(List::stream)
                .toList();
    }

    private static Map<String, Double> weights(List<Choices> rows) {
        Learning learning = new Learning(DECAY);
        List<Example> order = new ArrayList<>();
        rows.forEach(r -> order.add(new Example(learning.all(r.features()), r.right())));
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(order, random);
            order.forEach(e -> e.learn(learning));
        }
        return learning.weights(0);
    }

    private record Example(List<int[]> choices, List<Boolean> right) {
        void learn(Learning learning) {
            double[] p =
                    Ranker.shares(choices.stream().mapToDouble(learning::sum).toArray());
            double all = IntStream.range(0, p.length)
                    .filter(right::get)
                    .mapToDouble(i -> p[i])
                    .sum();
            for (int i = 0; i < p.length; i++) {
                learning.step(choices.get(i), (right.get(i) ? p[i] / Math.max(all, 1e-9) : 0) - p[i]);
            }
        }
    }

    private static void write(Path out, String what, double least, Map<String, Double> weights) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# " + what + ", made by TrainRanker from the training files of the requests.");
        new TreeMap<>(weights).forEach((feature, weight) -> {
            if (Math.abs(weight) >= least) {
                lines.add(String.format(Locale.ROOT, "%.2f\t%s", weight, feature));
            }
        });
        Files.write(out, lines);
        System.out.println(out.getFileName() + ": " + lines.size() + " weights");
    }
}
