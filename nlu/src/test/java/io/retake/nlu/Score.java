package io.retake.nlu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.retake.nlu.frame.Reading;
import io.retake.nlu.parse.Parser;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Measures the parser on files of labelled requests. */
final class Score {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Score() {}

    /** Arguments: files; prints a line for each and writes what failed to the file named by {@code out}. */
    public static void main(String[] arguments) throws IOException {
        double limit = Double.parseDouble(System.getProperty("limit", "1.5"));
        int allExact = 0;
        int allWrong = 0;
        int all = 0;
        long nanos = 0;
        try (PrintStream out = new PrintStream(
                Files.newOutputStream(Path.of(System.getProperty("out", "/tmp/score.txt"))), false, StandardCharsets.UTF_8)) {
            for (String file : arguments) {
                int exact = 0;
                int wrong = 0;
                int rows = 0;
                for (String line : Files.readAllLines(Path.of(file))) {
                    String[] parts = line.split("\t");
                    Situation situation = Contexts.ALL.get(parts[0]);
                    JsonNode label = JSON.readTree(parts[2]);
                    List<String> wanted = label.isArray() ? Labels.of(label, situation) : List.of();
                    long start = System.nanoTime();
                    List<Reading> readings = Parser.readings(parts[1], situation);
                    nanos += System.nanoTime() - start;
                    boolean done = !readings.isEmpty()
                            && readings.get(0).worst() <= limit
                            && !readings.get(0).requests().isEmpty();
                    List<String> got = done ? Labels.of(readings.get(0).requests(), situation) : List.of();
                    rows++;
                    String verdict;
                    if (got.equals(wanted)) {
                        exact++;
                        verdict = "ok";
                    } else if (done) {
                        wrong++;
                        verdict = "WRONG";
                    } else {
                        verdict = "refused";
                    }
                    if (!verdict.equals("ok")) {
                        List<String> best = readings.isEmpty() ? List.of() : Labels.of(readings.get(0).requests(), situation);
                        String near = best.equals(wanted) ? " (best is right)" : "";
                        out.printf(
                                "%s%s [%s] %s%n   want %s%n   best %s cost %.2f worst %.2f%n",
                                verdict, near, parts[0], parts[1], label.isArray() ? wanted : label, best,
                                readings.isEmpty() ? 0 : readings.get(0).cost(),
                                readings.isEmpty() ? 0 : readings.get(0).worst());
                    }
                }
                System.out.printf("%-40s %4d rows %5.1f %% exact %5.1f %% wrong%n", Path.of(file).getFileName(), rows,
                        100.0 * exact / rows, 100.0 * wrong / rows);
                allExact += exact;
                allWrong += wrong;
                all += rows;
            }
        }
        System.out.printf("%-40s %4d rows %5.1f %% exact %5.1f %% wrong, %.2f ms each%n", "all", all,
                100.0 * allExact / all, 100.0 * allWrong / all, nanos / 1e6 / all);
    }
}
