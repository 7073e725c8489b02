package io.retake.nlu.frame;

import io.retake.nlu.grammar.Edge;
import io.retake.nlu.text.Word;
import io.retake.nlu.text.WordKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Text that a message gives without quotation marks: behind "saying", "a title", "called". */
final class FreeText {
    private static final Set<String> LEADING = Set.of("says", "title.word", "lowerThird.word", "checkpoint");
    /** In Chinese the thing stands before the verb: behind "title" comes what to do with it. */
    private static final Set<String> LEADING_HAN = Set.of("says", "named.word");

    private static final Set<String> BOUNDS = Set.of(
            "range",
            "time",
            "position",
            "duration",
            "style",
            "strength",
            "and",
            "then",
            "also",
            "correction",
            "glue",
            "file",
            "put");
    private static final int LONGEST = 14;

    private final String message;
    private final List<Word> words;
    private final List<List<Edge>> edges;

    FreeText(String message, List<Word> words, List<List<Edge>> edges) {
        this.message = message;
        this.words = words;
        this.edges = edges;
    }

    /** Returns what may be such text, dearer the more it looks like something else. */
    List<Edge> edges() {
        List<Edge> found = new ArrayList<>();
        for (List<Edge> starting : edges) {
            for (Edge leading : starting) {
                if (leads(leading) && leading.cost() == 0 && !isInWord(leading.to())) {
                    texts(start(leading.to()), isHan(leading), found);
                }
            }
        }
        return found;
    }

    /** Returns whether a Chinese word goes on there: "打字幕" writes no "幕". */
    private boolean isInWord(int at) {
        for (int from = Math.max(0, at - 3); from < at; from++) {
            for (Edge edge : edges.get(from)) {
                if (edge.to() > at
                        && edge.cost() == 0
                        && isHan(edge)
                        && edge.category().endsWith(".word")) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isHan(Edge edge) {
        return words.get(edge.from()).kind() == WordKind.HAN;
    }

    private boolean leads(Edge edge) {
        return (isHan(edge) ? LEADING_HAN : LEADING).contains(edge.category());
    }

    private int start(int at) {
        boolean colon = at < words.size() && ":：,，".contains(words.get(at).text());
        return colon ? at + 1 : at;
    }

    private void texts(int from, boolean han, List<Edge> found) {
        if (from < words.size() && words.get(from).kind() == WordKind.QUOTED) {
            return;
        }
        double cost = 0.2;
        for (int to = from + 1; to <= Math.min(words.size(), from + LONGEST); to++) {
            if (han && ",;。".contains(words.get(to - 1).text())) {
                return; // what follows is another clause
            }
            cost += 0.02 + (isMeant(to - 1) ? 0.25 : 0);
            if (isBound(to) && !words.get(from).isMark() && !words.get(to - 1).isMark()) {
                found.add(new Edge(from, to, "free", text(from, to), cost));
            }
        }
    }

    private boolean isMeant(int at) {
        return edges.get(at).stream()
                .anyMatch(e -> Categories.VALUES.contains(e.category())
                        && !e.category().equals("number"));
    }

    private boolean isBound(int at) {
        return at == words.size()
                || words.get(at).isMark()
                || edges.get(at).stream().anyMatch(e -> BOUNDS.contains(e.category()));
    }

    private String text(int from, int to) {
        return message.substring(
                words.get(from).start(),
                Math.max(words.get(from).end(), words.get(to - 1).end()));
    }
}
