package io.retake.nlu;

import io.retake.nlu.frame.MessageReader;
import io.retake.nlu.frame.Reading;
import io.retake.nlu.frame.Repertoire;
import io.retake.nlu.grammar.Grammar;
import io.retake.nlu.rank.Ranked;
import io.retake.nlu.rank.Ranker;
import io.retake.nlu.situation.Situation;
import io.retake.nlu.text.Word;
import io.retake.nlu.text.WordKind;
import io.retake.nlu.text.Words;
import java.util.List;

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
        boolean chinese = words.stream().anyMatch(w -> w.kind() == WordKind.HAN);
        Grammar grammar = chinese ? Languages.CHINESE : Languages.ENGLISH;
        return MessageReader.read(Repertoire.ALL, grammar, message, words, situation);
    }

    private static final class Languages {
        static final Grammar ENGLISH = Grammar.of("en");
        static final Grammar CHINESE = Grammar.of("zh", "en");
    }
}
