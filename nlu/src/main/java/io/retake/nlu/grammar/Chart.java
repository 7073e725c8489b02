package io.retake.nlu.grammar;

import io.retake.core.protocol.MediaType;
import io.retake.nlu.situation.Situation;
import io.retake.nlu.text.Word;
import io.retake.nlu.text.WordKind;
import io.retake.nlu.value.Builders;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a message's words can say, each stretch by itself: every pattern that matches is an edge. For one message,
 * in one thread; computed on demand and kept.
 */
public final class Chart {
    /** Deeper nesting than any pattern has: it bounds a category that begins with itself. */
    private static final int DEEPEST = 24;

    private final Grammar grammar;
    private final String message;
    private final List<Word> words;
    private final Situation situation;
    private final Names names;
    /** For each word how it may be meant: as it is written, and in other spellings. */
    private final List<List<String>> literals = new ArrayList<>();

    private final List<BitSet> possible = new ArrayList<>();
    private final List<Map<Category, List<Edge>>> known = new ArrayList<>();
    private int depth;

    /** Creates the chart of a message, or of some of its words in another order. */
    public Chart(Grammar grammar, String message, List<Word> words, Situation situation) {
        this.grammar = grammar;
        this.message = message;
        this.words = words;
        this.situation = situation;
        this.names = new Names(words, situation);
        for (int i = 0; i < words.size(); i++) {
            literals.add(literals(words.get(i)));
            known.add(new IdentityHashMap<>());
            possible.add(possible(i));
        }
    }

    private List<String> literals(Word word) {
        if (word.kind() == WordKind.QUOTED) {
            return List.of();
        }
        List<String> literals = new ArrayList<>(List.of(word.text()));
        if (word.kind() == WordKind.LETTERS) {
            literals.addAll(grammar.spelling().near(word.text()));
        }
        return literals;
    }

    /** Returns the numbers of the categories that may begin at a word. */
    private BitSet possible(int start) {
        BitSet possible = new BitSet(grammar.size());
        literals.get(start).forEach(l -> possible.or(grammar.beginnings().with(l)));
        for (Category category : grammar.given()) {
            if (!given(category.name, start).isEmpty()) {
                possible.or(grammar.beginnings().with(category));
            }
        }
        return possible;
    }

    /** Returns the message. */
    public String message() {
        return message;
    }

    /** Returns the words that are read. */
    public List<Word> words() {
        return words;
    }

    /** Returns all edges that begin at a word. */
    public List<Edge> from(int start) {
        List<Edge> edges = new ArrayList<>();
        for (Category category : grammar.candidates(literals.get(start), possible.get(start))) {
            edges.addAll(of(category, start));
        }
        return edges;
    }

    /** Returns the edges of one category that begin at a word. */
    public List<Edge> of(String category, int start) {
        return grammar.category(category).map(c -> of(c, start)).orElse(List.of());
    }

    private List<Edge> of(Category category, int start) {
        if (start >= words.size() || !possible.get(start).get(category.number)) {
            return List.of();
        }
        List<Edge> found = known.get(start).get(category);
        if (found == null) {
            if (depth >= DEEPEST) {
                return List.of();
            }
            depth++;
            List<Edge> edges = new ArrayList<>(given(category.name, start));
            match(category.patterns, category.name, start, start, List.of(), 0, edges);
            depth--;
            found = List.copyOf(edges);
            known.get(start).put(category, found);
        }
        return found;
    }

    /** Returns what a word is by its kind alone, or by the names that the situation has. */
    private List<Edge> given(String category, int start) {
        if (category.equals("_name") || category.equals("_unused")) {
            return names.of(category, start);
        }
        Word word = words.get(start);
        Optional<Object> value = switch (word.kind()) {
            case QUOTED ->
                category.equals("quoted") || (category.equals("file") && isFile(word.text()))
                        ? Optional.of(word.text())
                        : Optional.empty();
            case FILE -> category.equals("file") ? Optional.of(word.text()) : Optional.empty();
            case NUMBER -> category.equals("number") ? Builders.number(word.text()) : Optional.empty();
            case CLOCK -> category.equals("_clock") ? Optional.of(word.text()) : Optional.empty();
            default -> Optional.empty();
        };
        return value.map(v -> List.of(new Edge(start, start + 1, category, v, 0)))
                .orElse(List.of());
    }

    /** Returns whether what is quoted is a name of a file: what its ending says decides. */
    private static boolean isFile(String quoted) {
        return MediaType.ofName(quoted).isPresent();
    }

    private void match(
            Category.Node node, String category, int start, int at, List<Object> values, double cost, List<Edge> out) {
        if (at > start) {
            for (Meaning meaning : node.ends) {
                meaning(meaning, values).ifPresent(v -> add(out, new Edge(start, at, category, v, cost)));
            }
        }
        if (at >= words.size()) {
            return;
        }
        double misspelt = 0;
        for (String literal : literals.get(at)) {
            Category.Node next = node.literals.get(literal);
            if (next != null) {
                match(next, category, start, at + 1, values, cost + misspelt, out);
            }
            misspelt = 1;
        }
        node.nested.forEach((inner, next) -> {
            for (Edge edge : of(inner, at)) {
                List<Object> more = new ArrayList<>(values);
                more.add(edge.value());
                match(next, category, start, edge.to(), more, cost + edge.cost(), out);
            }
        });
    }

    private Optional<Object> meaning(Meaning meaning, List<Object> nested) {
        return meaning instanceof Meaning.Constant constant
                ? Optional.of(constant.text())
                : Builders.build(((Meaning.Built) meaning).builder(), nested, situation);
    }

    private static void add(List<Edge> out, Edge edge) {
        boolean worse = out.stream()
                .anyMatch(e -> e.to() == edge.to() && e.value().equals(edge.value()) && e.cost() <= edge.cost());
        if (!worse) {
            out.add(edge);
        }
    }
}
