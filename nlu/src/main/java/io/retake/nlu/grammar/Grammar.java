package io.retake.nlu.grammar;

import io.retake.nlu.text.Word;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules of one language, from its bundle. Immutable and thread-safe. */
public final class Grammar {
    /** The categories of what a word is by its kind, and of what a situation has a name for. */
    private static final List<String> GIVEN = List.of("quoted", "file", "number", "_clock", "_name", "_unused");

    private final Map<String, Category> categories = new LinkedHashMap<>();
    /** Of those that stand for themselves: the ones that begin with another category, and with each word. */
    private final Set<Category> nested = new LinkedHashSet<>();

    private final Map<String, List<Category>> beginning = new HashMap<>();
    private final List<Category> given;
    private final Beginnings beginnings;
    private final Spelling spelling;

    private Grammar(List<Rule> rules) {
        rules.forEach(r -> named(r.category()));
        Set<String> words = new LinkedHashSet<>();
        for (Rule rule : rules) {
            add(rule);
            rule.pattern().stream()
                    .filter(Element.Literal.class::isInstance)
                    .forEach(e -> words.add(((Element.Literal) e).word()));
        }
        for (Category category : categories.values()) {
            if (category.isSaid()) {
                category.patterns
                        .literals
                        .keySet()
                        .forEach(w -> beginning
                                .computeIfAbsent(w, k -> new ArrayList<>())
                                .add(category));
                if (!category.patterns.nested.isEmpty()) {
                    nested.add(category);
                }
            }
        }
        this.given = GIVEN.stream().map(this::named).toList();
        given.stream().filter(Category::isSaid).forEach(nested::add);
        this.beginnings = new Beginnings(categories.values());
        this.spelling = new Spelling(words);
    }

    /** Returns the category of a name, with the next number where it is a new one. */
    private Category named(String name) {
        return categories.computeIfAbsent(name, n -> new Category(n, categories.size()));
    }

    private void add(Rule rule) {
        Category.Node node = named(rule.category()).patterns;
        for (Element element : rule.pattern()) {
            node = element instanceof Element.Literal literal
                    ? node.behind(literal.word())
                    : node.behind(named(((Element.Nested) element).category()));
        }
        if (!node.ends.contains(rule.meaning())) {
            node.ends.add(rule.meaning());
        }
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
     * Returns the categories that may begin at a word and stand for themselves in a message, in order.
     *
     * @param literals the word, and its spellings
     * @param possible the numbers of all categories that may begin there
     */
    Set<Category> candidates(List<String> literals, BitSet possible) {
        Set<Category> candidates = new LinkedHashSet<>();
        for (Category category : nested) {
            if (possible.get(category.number)) {
                candidates.add(category);
            }
        }
        literals.forEach(l -> candidates.addAll(beginning.getOrDefault(l, List.of())));
        return candidates;
    }

    /** Returns a category; empty where there is none of this name. */
    Optional<Category> category(String name) {
        return Optional.ofNullable(categories.get(name));
    }

    /** Returns the categories of what a word is by its kind, and of what a situation has a name for. */
    List<Category> given() {
        return given;
    }

    /** Returns how many categories there are. */
    int size() {
        return categories.size();
    }

    Beginnings beginnings() {
        return beginnings;
    }

    /** Returns whether a word is in one of the patterns. */
    boolean knows(Word word) {
        return spelling.isKnown(word.text());
    }

    Spelling spelling() {
        return spelling;
    }
}
