package io.retake.engine.agent.read;

import io.retake.core.edit.value.Strength;
import io.retake.core.vocabulary.Operation;
import io.retake.core.vocabulary.Vocabulary;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Parses effects requested by name: "add a subtle vignette to clip 2". The lexicons map words to operations, so another
 * effect of this kind needs no rule.
 */
final class EffectPhrases {
    private EffectPhrases() {}

    static Optional<Reading> read(Slots slots) {
        boolean only = slots.only(
                Kind.EFFECT, Kind.FLAW, Kind.ADD, Kind.STRENGTH, Kind.LITTLE, Kind.MUCH, Kind.TARGET, Kind.FILE);
        List<Token> named = slots.all(Kind.EFFECT, Kind.FLAW);
        return only && named.size() == 1
                ? operation(slots, named.get(0)).map(operation -> reading(slots, operation))
                : Optional.empty();
    }

    /**
     * Returns the named operation. A flaw such as grain is an effect when it is added on purpose, so the lexicons also
     * have "add grain".
     */
    private static Optional<Operation> operation(Slots slots, Token named) {
        if (named.is(Kind.EFFECT)) {
            return Vocabulary.named(named.text());
        }
        String words = slots.words(named).toLowerCase(Locale.ROOT);
        return slots.adds()
                ? Lexicon.ENGLISH
                        .find("add " + words)
                        .or(() -> Lexicon.CHINESE.find("加" + words))
                        .filter(meaning -> meaning.kind() == Kind.EFFECT)
                        .flatMap(meaning -> Vocabulary.named(meaning.value().toString()))
                : Optional.empty();
    }

    private static Reading reading(Slots slots, Operation operation) {
        Strength strength = strength(slots);
        return new Reading(
                slots.targets().stream()
                        .map(on -> operation.bind(Map.of("strength", strength, "on", on)))
                        .toList(),
                Optional.empty());
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
