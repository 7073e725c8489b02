package io.retake.nlu;

import io.retake.nlu.frame.MessageReader;
import io.retake.nlu.frame.Reading;
import io.retake.nlu.frame.Repertoire;
import io.retake.nlu.grammar.Chart;
import io.retake.nlu.grammar.Edge;
import io.retake.nlu.grammar.Grammar;
import io.retake.nlu.rank.Ranked;
import io.retake.nlu.rank.Ranker;
import io.retake.nlu.situation.Situation;
import io.retake.nlu.text.Word;
import io.retake.nlu.text.WordKind;
import io.retake.nlu.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads messages. Thread-safe. */
public final class Parser {
    private Parser() {}

    /** Returns the readings of a message as the ranker orders them: the most probable first. */
    public static List<Ranked> read(String message, Situation situation) {
        return Ranker.TRAINED.rank(readings(message, situation), Words.of(message, situation.files()));
    }

    /** Returns the readings of a message, those that leave least without a place first. */
    public static List<Reading> readings(String message, Situation situation) {
        List<Word> words = Words.of(message, situation.files());
        if (words.isEmpty()) {
            return List.of();
        }
        return MessageReader.read(Repertoire.ALL, grammar(words), message, words, situation);
    }

    /**
     * Returns all that the stretches of a message can say, each by itself and spelt as it should be.
     *
     * @param more categories for which no request has a place; their names begin with an underscore
     */
    public static List<Saying> sayings(String message, Situation situation, Set<String> more) {
        List<Word> words = Words.of(message, situation.files());
        List<Saying> sayings = new ArrayList<>();
        if (words.isEmpty()) {
            return sayings;
        }
        Chart chart = new Chart(grammar(words), message, words, situation);
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

    private static Grammar grammar(List<Word> words) {
        boolean chinese = words.stream().anyMatch(w -> w.kind() == WordKind.HAN);
        return chinese ? Languages.CHINESE : Languages.ENGLISH;
    }

    private static final class Languages {
        static final Grammar ENGLISH = Grammar.of("en");
        static final Grammar CHINESE = Grammar.of("zh", "en");
    }
}
