package io.retake.nlu.grammar;

import io.retake.nlu.situation.Situation;
import io.retake.nlu.text.Word;
import io.retake.nlu.text.WordKind;
import io.retake.nlu.text.Words;
import io.retake.nlu.value.Builders;
import java.util.ArrayList;
import java.util.HashMap;
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
    private final Map<String, List<Edge>> known = new HashMap<>();
    private final List<List<String>> spellings = new ArrayList<>();
    private int depth;

    /** Creates the chart of a message, or of some of its words in another order. */
    public Chart(Grammar grammar, String message, List<Word> words, Situation situation) {
        this.grammar = grammar;
        this.message = message;
        this.words = words;
        this.situation = situation;
        words.forEach(w ->
                spellings.add(w.kind() == WordKind.LETTERS ? grammar.spelling().near(w.text()) : List.of()));
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
        for (String category : grammar.candidates(words.get(start).text(), spellings.get(start))) {
            edges.addAll(of(category, start));
        }
        return edges;
    }

    /** Returns the edges of one category that begin at a word. */
    public List<Edge> of(String category, int start) {
        String key = category + "@" + start;
        List<Edge> found = known.get(key);
        if (found == null) {
            if (depth >= DEEPEST) {
                return List.of();
            }
            depth++;
            List<Edge> edges = new ArrayList<>(given(category, start));
            grammar.root(category).ifPresent(root -> match(root, category, start, start, List.of(), 0, edges));
            depth--;
            found = List.copyOf(edges);
            known.put(key, found);
        }
        return found;
    }

    /** Returns what a word is by its kind alone. */
    private List<Edge> given(String category, int start) {
        if (start >= words.size()) {
            return List.of();
        }
        if (category.equals("_name")) {
            return names(
                    start,
                    "_name",
                    situation.clips().stream().map(Situation.Item::name).toList());
        }
        if (category.equals("_unused")) {
            return names(start, "_unused", situation.unused());
        }
        Word word = words.get(start);
        Optional<Object> value = switch (word.kind()) {
            case QUOTED -> category.equals("quoted") ? Optional.of(word.text()) : Optional.empty();
            case FILE -> category.equals("file") ? Optional.of(word.text()) : Optional.empty();
            case NUMBER -> category.equals("number") ? Builders.number(word.text()) : Optional.empty();
            case CLOCK -> category.equals("_clock") ? Optional.of(word.text()) : Optional.empty();
            default -> Optional.empty();
        };
        return value.map(v -> List.of(new Edge(start, start + 1, category, v, 0)))
                .orElse(List.of());
    }

    /** Returns the files that are said as people say them: without the ending. */
    private List<Edge> names(int start, String category, List<String> files) {
        List<Edge> edges = new ArrayList<>();
        for (String file : files) {
            int dot = file.lastIndexOf('.');
            List<Word> stem = Words.of(dot > 0 ? file.substring(0, dot) : file, List.of());
            int end = start + stem.size();
            if (end <= words.size() && isNamed(words.subList(start, end), stem)) {
                edges.add(new Edge(start, end, category, file, 0));
            }
        }
        return edges;
    }

    /** Returns whether words are a name; "dinner's" is one too. */
    private static boolean isNamed(List<Word> said, List<Word> name) {
        for (int i = 0; i < said.size(); i++) {
            String word = said.get(i).text();
            boolean last = i == said.size() - 1;
            if (!word.equals(name.get(i).text())
                    && !(last && word.equals(name.get(i).text() + "'s"))) {
                return false;
            }
        }
        return !said.isEmpty();
    }

    private void match(
            Grammar.Node node, String category, int start, int at, List<Object> nested, double cost, List<Edge> out) {
        if (at > start) {
            for (Meaning meaning : node.ends) {
                meaning(meaning, nested).ifPresent(v -> add(out, new Edge(start, at, category, v, cost)));
            }
        }
        if (at >= words.size()) {
            return;
        }
        Word word = words.get(at);
        if (word.kind() != WordKind.QUOTED) {
            literal(node, word.text()).ifPresent(n -> match(n, category, start, at + 1, nested, cost, out));
            for (String meant : spellings.get(at)) {
                literal(node, meant).ifPresent(n -> match(n, category, start, at + 1, nested, cost + 1, out));
            }
        }
        node.nested.forEach((inner, next) -> {
            for (Edge edge : of(inner, at)) {
                List<Object> values = new ArrayList<>(nested);
                values.add(edge.value());
                match(next, category, start, edge.to(), values, cost + edge.cost(), out);
            }
        });
    }

    private static Optional<Grammar.Node> literal(Grammar.Node node, String word) {
        return Optional.ofNullable(node.literals.get(word));
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
