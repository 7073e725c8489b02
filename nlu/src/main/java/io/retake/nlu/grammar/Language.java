package io.retake.nlu.grammar;

import io.retake.nlu.text.Word;
import io.retake.nlu.text.WordKind;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A language of {@code languages.txt}.
 *
 * @param name the folder of its bundle
 * @param borrowed the bundles that are understood beside its own
 * @param unlike words that mean something else in those: no pattern with one of them is borrowed
 * @param scripts the scripts of which one letter is enough to recognize it
 * @param letters letters and marks that are signs of it
 * @param words words that are signs of it
 * @param isRanked whether the ranker has learned it
 */
record Language(
        String name,
        List<String> borrowed,
        Set<String> unlike,
        Set<UnicodeScript> scripts,
        Set<String> letters,
        Set<String> words,
        boolean isRanked) {
    private static final Set<String> KEYS = Set.of("with", "unlike", "script", "letters", "words", "unranked");

    Language {
        borrowed = List.copyOf(borrowed);
        unlike = Set.copyOf(unlike);
        scripts = Set.copyOf(scripts);
        letters = Set.copyOf(letters);
        words = Set.copyOf(words);
    }

    /** Returns a language by its own bundle alone. */
    static Language alone(String name) {
        return of(name, Map.of());
    }

    private static Language of(String name, Map<String, List<String>> lines) {
        return new Language(
                name,
                lines.getOrDefault("with", List.of()),
                Set.copyOf(lines.getOrDefault("unlike", List.of())),
                lines.getOrDefault("script", List.of()).stream()
                        .map(UnicodeScript::forName)
                        .collect(Collectors.toSet()),
                Set.copyOf(lines.getOrDefault("letters", List.of())),
                Set.copyOf(lines.getOrDefault("words", List.of())),
                !lines.containsKey("unranked"));
    }

    /** Reads {@code languages.txt}: see there. */
    static List<Language> read(String text) {
        Map<String, Map<String, List<String>>> languages = new LinkedHashMap<>();
        Map<String, List<String>> lines = new HashMap<>();
        for (String line : text.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (!Character.isWhitespace(line.charAt(0))) {
                lines = new HashMap<>();
                languages.put(line.strip(), lines);
                continue;
            }
            List<String> said = List.of(line.strip().split("\\s+"));
            if (!KEYS.contains(said.get(0))) {
                throw new IllegalStateException("not a line of languages.txt: " + line);
            }
            lines.computeIfAbsent(said.get(0), k -> new ArrayList<>()).addAll(said.subList(1, said.size()));
        }
        List<Language> all = new ArrayList<>();
        languages.forEach((name, own) -> all.add(of(name, own)));
        return all;
    }

    /** Returns whether one of the words is in a script of this language. */
    boolean isScript(List<Word> message) {
        return message.stream()
                .filter(w -> w.kind() == WordKind.HAN || w.kind() == WordKind.LETTERS)
                .anyMatch(w -> scripts.contains(UnicodeScript.of(w.text().codePointAt(0))));
    }

    /** Returns whether a word is one of this language's signs; what is quoted, and names of files, never are. */
    boolean isSign(Word word) {
        return (word.kind() == WordKind.LETTERS || word.isMark())
                && (words.contains(word.text()) || letters.stream().anyMatch(word.text()::contains));
    }
}
