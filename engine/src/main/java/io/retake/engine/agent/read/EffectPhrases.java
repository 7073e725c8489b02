package io.retake.engine.agent.read;

import io.retake.core.edit.Edit;
import io.retake.core.edit.value.Strength;
import io.retake.core.edit.value.Target;
import io.retake.core.vocabulary.Operation;
import io.retake.core.vocabulary.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Parses effects requested by name: "add a subtle vignette to clip 2". The lexicons map words to operations, with values
 * of their arguments where the words have them ({@code look name=noir}), so another effect of this kind needs no rule.
 */
final class EffectPhrases {
    private EffectPhrases() {}

    static Optional<Reading> read(Slots slots) {
        boolean only = slots.only(
                Kind.EFFECT, Kind.FLAW, Kind.ADD, Kind.STRENGTH, Kind.LITTLE, Kind.MUCH, Kind.TARGET, Kind.FILE);
        List<Token> named = slots.all(Kind.EFFECT, Kind.FLAW);
        return only && named.size() == 1
                ? meaning(slots, named.get(0)).map(meaning -> reading(slots, meaning))
                : Optional.empty();
    }

    /**
     * Returns the operation in the lexicon's words. A flaw such as grain is an effect when it is added on purpose, so the lexicons also
     * have "add grain".
     */
    private static Optional<String> meaning(Slots slots, Token named) {
        if (named.is(Kind.EFFECT)) {
            return Optional.of(named.text());
        }
        String words = slots.words(named).toLowerCase(Locale.ROOT);
        return slots.adds()
                ? Lexicon.ENGLISH
                        .find("add " + words)
                        .or(() -> Lexicon.CHINESE.find("加" + words))
                        .filter(meaning -> meaning.kind() == Kind.EFFECT)
                        .map(meaning -> meaning.value().toString())
                : Optional.empty();
    }

    private static Reading reading(Slots slots, String meaning) {
        List<String> words = List.of(meaning.split(" ", -1));
        Operation operation = Vocabulary.named(words.get(0)).orElseThrow();
        Map<String, Object> values = new LinkedHashMap<>();
        for (String value : words.subList(1, words.size())) {
            int equals = value.indexOf('=');
            values.put(value.substring(0, equals), value.substring(equals + 1));
        }
        if (operation.argument("strength").isPresent()) {
            values.put("strength", strength(slots));
        }
        return new Reading(
                slots.targets().stream().map(on -> edit(operation, values, on)).toList(), Optional.empty());
    }

    private static Edit edit(Operation operation, Map<String, Object> values, Target on) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.put("on", on);
        return operation.bind(all);
    }

    private static Strength strength(Slots slots) {
        return slots.all(Kind.STRENGTH).stream()
                .findFirst()
                .map(token -> Strength.valueOf(token.text().toUpperCase(Locale.ROOT)))
                .orElseGet(() -> slots.has(Kind.LITTLE)
                        ? Strength.LIGHT
                        : slots.has(Kind.MUCH) ? Strength.STRONG : Strength.MEDIUM);
    }
}
