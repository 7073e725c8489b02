package io.retake.nlu.grammar;

import io.retake.nlu.text.Word;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules of one language, from its bundle. Immutable and thread-safe. */
public final class Grammar {
    private final Map<String, Node> categories;
    /** The categories of what a word is by its kind. */
    private static final Set<String> GIVEN = Set.of("quoted", "file", "number");

    private final Map<String, Set<String>> beginning = new LinkedHashMap<>();
    private final Set<String> nested = new LinkedHashSet<>();
    private final Spelling spelling;

    /** A point in the patterns of a category: what may follow, and what ends there. */
    static final class Node {
        final Map<String, Node> literals = new LinkedHashMap<>();
        final Map<String, Node> nested = new LinkedHashMap<>();
        final List<Meaning> ends = new ArrayList<>();

        private Node next(Element element) {
            return element instanceof Element.Literal literal
                    ? literals.computeIfAbsent(literal.word(), w -> new Node())
                    : nested.computeIfAbsent(((Element.Nested) element).category(), c -> new Node());
        }
    }

    private Grammar(List<Rule> rules) {
        Map<String, Node> roots = new LinkedHashMap<>();
        Set<String> words = new LinkedHashSet<>();
        for (Rule rule : rules) {
            Node node = roots.computeIfAbsent(rule.category(), c -> new Node());
            for (Element element : rule.pattern()) {
                node = node.next(element);
                if (element instanceof Element.Literal literal) {
                    words.add(literal.word());
                }
            }
            if (!node.ends.contains(rule.meaning())) {
                node.ends.add(rule.meaning());
            }
        }
        this.categories = roots;
        this.spelling = new Spelling(words);
        roots.forEach((category, root) -> {
            if (!category.startsWith("_")) {
                root.literals
                        .keySet()
                        .forEach(w -> beginning
                                .computeIfAbsent(w, k -> new LinkedHashSet<>())
                                .add(category));
                if (!root.nested.isEmpty()) {
                    nested.add(category);
                }
            }
        });
        nested.addAll(GIVEN);
    }

    /**
     * Reads the bundle of a language and those that it borrows from, such as Chinese with English words in it: the files
     * {@code values.txt} and {@code words.txt} of their folders.
     */
    static Grammar of(Language language) {
        List<Rule> rules = new ArrayList<>(rules(language.name()));
        for (String other : language.borrowed()) {
            rules(other).stream()
                    .filter(r -> r.pattern().stream().noneMatch(e -> isOneOf(e, language.unlike())))
                    .forEach(rules::add);
        }
        return new Grammar(rules);
    }

    private static List<Rule> rules(String bundle) {
        List<Rule> rules = new ArrayList<>();
        for (String file : List.of("values.txt", "words.txt")) {
            rules.addAll(BundleSyntax.rules(text("/io/retake/nlu/" + bundle + "/" + file)));
        }
        return rules;
    }

    private static boolean isOneOf(Element element, Set<String> words) {
        return element instanceof Element.Literal literal && words.contains(literal.word());
    }

    /** Reads a resource of this module. */
    public static String text(String resource) {
        try (InputStream in = Grammar.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The categories that may begin with a word or one of its spellings, of those that stand for themselves in a
     * message: all whose name doesn't begin with an underscore.
     */
    Set<String> candidates(String word, List<String> spellings) {
        Set<String> candidates = new LinkedHashSet<>(nested);
        candidates.addAll(beginning.getOrDefault(word, Set.of()));
        spellings.forEach(s -> candidates.addAll(beginning.getOrDefault(s, Set.of())));
        return candidates;
    }

    Optional<Node> root(String category) {
        return Optional.ofNullable(categories.get(category));
    }

    /** Returns whether a word is in one of the patterns. */
    boolean knows(Word word) {
        return spelling.isKnown(word.text());
    }

    Spelling spelling() {
        return spelling;
    }
}
