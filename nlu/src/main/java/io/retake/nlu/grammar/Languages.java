package io.retake.nlu.grammar;

import io.retake.nlu.text.Word;
import io.retake.nlu.text.WordKind;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The languages that messages may be in, from {@code languages.txt}: which one a message is in, and the grammar that
 * reads it. Grammars are built when the first message needs them. Thread-safe.
 */
public final class Languages {
    /** All languages there are, in the order of {@code languages.txt}. */
    public static final Languages ALL = new Languages(Language.read(Grammar.text("/io/retake/nlu/languages.txt")));

    private final List<Language> languages;
    private final List<Language> ranked;
    private final Map<Language, Grammar> grammars = new ConcurrentHashMap<>();

    Languages(List<Language> languages) {
        this.languages = List.copyOf(languages);
        this.ranked = languages.stream().filter(Language::isRanked).toList();
    }

    /** Returns the grammar of the language that a message is in. */
    public Grammar grammar(List<Word> words) {
        return built(of(words, languages));
    }

    /** Returns the grammar of the language that a message is in, of those that the ranker has learned. */
    public Grammar rankedGrammar(List<Word> words) {
        return built(of(words, ranked));
    }

    /** Returns the name of the language that a message is in, such as {@code en}. */
    public String name(List<Word> words) {
        return of(words, languages).name();
    }

    /** The first one that recognizes the words, else the last. */
    private Language of(List<Word> words, List<Language> among) {
        return among.stream()
                .filter(l -> l.isScript(words) || isSaid(l, words))
                .findFirst()
                .orElseGet(() -> among.get(among.size() - 1));
    }

    /** Returns whether more words are signs of a language than are only in the bundles that it borrows from. */
    private boolean isSaid(Language language, List<Word> words) {
        long signs = words.stream().filter(language::isSign).count();
        if (signs == 0) {
            return false;
        }
        Grammar own = built(Language.alone(language.name()));
        long others = words.stream()
                .filter(w -> w.kind() == WordKind.LETTERS && !language.isSign(w) && !own.knows(w))
                .filter(w -> language.borrowed().stream()
                        .anyMatch(b -> built(Language.alone(b)).knows(w)))
                .count();
        return signs > others;
    }

    private Grammar built(Language language) {
        return grammars.computeIfAbsent(language, Grammar::of);
    }
}
