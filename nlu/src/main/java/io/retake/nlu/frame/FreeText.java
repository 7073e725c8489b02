package io.retake.nlu.frame;

import io.retake.nlu.grammar.Chart;
import io.retake.nlu.grammar.Edge;
import io.retake.nlu.text.Word;
import io.retake.nlu.text.WordKind;
import io.retake.nlu.value.Part;
import io.retake.nlu.value.PartKind;
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

    /** Stands between a title and its new text, and is no part of it: "to". */
    private static final String MARK = "_text.mark";
    /** Words behind a title that begin no text: "the title at the bottom". */
    private static final String PLACE = "_text.place";

    private static final Set<String> THINGS =
            Set.of("title.word", "the.title", "lowerThird.word", "the.lowerThird", "text.word");

    private final Chart chart;
    private final List<Word> words;
    private final List<List<Edge>> edges;

    FreeText(Chart chart, List<List<Edge>> edges) {
        this.chart = chart;
        this.words = chart.words();
        this.edges = edges;
    }

    /** Returns what may be such text, dearer the more it looks like something else. */
    List<Edge> edges() {
        List<Edge> found = new ArrayList<>();
        for (List<Edge> starting : edges) {
            for (Edge leading : starting) {
                if (leads(leading) && leading.cost() == 0 && !isContinued(leading) && !isInWord(leading.to())) {
                    texts(start(leading.to()), isHan(leading), found);
                }
            }
        }
        for (int i = 1; i < words.size(); i++) {
            if (isBehindThing(i)) {
                said(MARK, i).forEach(mark -> texts(start(mark.to()), isHan(mark), found));
            }
        }
        return found;
    }

    /** Returns whether more stands between a title and its text: its number, or "to". */
    private boolean isContinued(Edge leading) {
        boolean numbered =
                edges.get(leading.from()).stream().anyMatch(e -> e.category().equals("part") && e.to() > leading.to());
        boolean ends = leading.to() == words.size();
        return !leading.category().equals("says")
                && !ends
                && (numbered
                        || !said(MARK, leading.to()).isEmpty()
                        || !said(PLACE, leading.to()).isEmpty()
                        || !said("says", leading.to()).isEmpty());
    }

    private List<Edge> said(String category, int at) {
        return chart.of(category, at).stream().filter(e -> e.cost() == 0).toList();
    }

    private boolean isBehindThing(int at) {
        return edges.subList(0, at).stream()
                .flatMap(List::stream)
                .anyMatch(e -> e.to() == at && e.cost() == 0 && isThing(e));
    }

    private static boolean isThing(Edge edge) {
        return THINGS.contains(edge.category())
                || (edge.value() instanceof Part part
                        && (part.kind() == PartKind.TITLE || part.kind() == PartKind.LOWER_THIRD));
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
        return (isHan(edge) ? LEADING_HAN : LEADING).contains(edge.category())
                || (isHan(edge) && isThing(edge) && isColon(edge.to()));
    }

    private boolean isColon(int at) {
        return at < words.size() && ":：".contains(words.get(at).text());
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
        return chart.message()
                .substring(
                        words.get(from).start(),
                        Math.max(words.get(from).end(), words.get(to - 1).end()));
    }
}
