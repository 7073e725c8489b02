package io.retake.nlu;

import io.retake.nlu.frame.MessageReader;
import io.retake.nlu.frame.Reading;
import io.retake.nlu.frame.Repertoire;
import io.retake.nlu.grammar.Chart;
import io.retake.nlu.grammar.Edge;
import io.retake.nlu.grammar.Grammar;
import io.retake.nlu.grammar.Languages;
import io.retake.nlu.rank.Ranked;
import io.retake.nlu.rank.Ranker;
import io.retake.nlu.situation.Situation;
import io.retake.nlu.text.Word;
import io.retake.nlu.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Reads messages. Thread-safe. */
public final class Parser {
    private Parser() {}

    /**
     * Returns the readings of a message as the ranker orders them: the most probable first. A message in a language that
     * the ranker hasn't learned is read as if it were in another one.
     */
    public static List<Ranked> read(String message, Situation situation) {
        List<Word> words = Words.of(message, situation.files());
        return Ranker.TRAINED.rank(readings(message, words, situation, Languages.ALL::rankedGrammar), words);
    }

    /** Returns the readings of a message, those that leave least without a place first. */
    public static List<Reading> readings(String message, Situation situation) {
        return readings(message, Words.of(message, situation.files()), situation, Languages.ALL::grammar);
    }

    private static List<Reading> readings(
            String message, List<Word> words, Situation situation, Function<List<Word>, Grammar> grammar) {
        return words.isEmpty()
                ? List.of()
                : MessageReader.read(Repertoire.ALL, grammar.apply(words), message, words, situation);
    }

    /**
     * Returns all that the stretches of a message can say, each by itself and spelt as it should be, in the language in
     * which {@link #read} reads it.
     *
     * @param more categories for which no request has a place; their names begin with an underscore
     */
    public static List<Saying> sayings(String message, Situation situation, Set<String> more) {
        List<Word> words = Words.of(message, situation.files());
        List<Saying> sayings = new ArrayList<>();
        if (words.isEmpty()) {
            return sayings;
        }
        Chart chart = new Chart(Languages.ALL.rankedGrammar(words), message, words, situation);
        for (int i = 0; i < words.size(); i++) {
            List<Edge> edges = new ArrayList<>(chart.from(i));
            for (String category : more) {
                edges.addAll(chart.of(category, i));
            }
            int start = words.get(i).start();
            edges.stream()
                    .filter(e -> e.cost() == 0)
                    .map(e -> new Saying(
                            e.category(), start, words.get(e.to() - 1).end()))
                    .forEach(sayings::add);
        }
        return sayings;
    }
}
