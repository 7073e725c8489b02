package io.retake.nlu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.retake.nlu.frame.Reading;
import io.retake.nlu.rank.Intents;
import io.retake.nlu.situation.Situation;
import io.retake.nlu.text.Word;
import io.retake.nlu.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * A labelled request with its readings.
 *
 * @param text the context, the request and its label, for people
 * @param words the request's words
 * @param wanted what it asks for, in one notation; empty where it asks for nothing that can be done
 * @param operations the operations that it asks for, in lower case
 * @param readings its readings, the cheapest first
 * @param got what each of them asks for, in one notation
 */
record LabelledRow(
        String text,
        List<Word> words,
        List<String> wanted,
        Set<String> operations,
        List<Reading> readings,
        List<List<String>> got) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<LabelledRow> read(Path file) throws IOException {
        List<LabelledRow> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split("\t", -1);
            rows.add(of(parts[0], parts[1], JSON.readTree(parts[2])));
        }
        return rows;
    }

    private static LabelledRow of(String context, String message, JsonNode label) {
        Situation situation = Contexts.of(context);
        List<String> wanted = label.isArray() ? Labels.of(label, situation) : List.of();
        Set<String> operations = new TreeSet<>();
        if (label.isArray()) {
            label.forEach(o -> operations.add(o.path("op").asText().toLowerCase(Locale.ROOT)));
        }
        if (operations.isEmpty()) {
            operations.add(Intents.NOTHING);
        }
        List<Reading> readings = Parser.readings(message, situation);
        return new LabelledRow(
                context + " " + message + "\n   want " + (label.isArray() ? wanted : label),
                Words.of(message, situation.files()),
                wanted,
                operations,
                readings,
                readings.stream().map(r -> Labels.of(r.requests(), situation)).toList());
    }

    /** Returns whether one of the readings asks for what is wanted, or nothing is. */
    boolean isReachable() {
        return wanted.isEmpty() || got.contains(wanted);
    }
}
