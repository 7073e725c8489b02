package io.retake.nlu.frame;

import io.retake.nlu.frame.ClauseReading.ReadingKind;
import io.retake.nlu.grammar.Chart;
import io.retake.nlu.grammar.Edge;
import io.retake.nlu.text.Word;
import io.retake.nlu.text.WordKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads stretches of a message as frames. For one message. */
final class Clauses {
    /** Categories that ask for nothing and mean nothing. */
    private static final Set<String> FREE = Set.of("filler", "glue", "light", "polite");
    /** Categories that change what a clause means: a reading that has no place for one isn't what was said. */
    private static final Set<String> DANGER =
            Set.of("not", "only", "except", "if", "other", "deictic", "question", "instead", "again", "trap");
    /** Categories of values, which a clause may have without a head. */
    static final Set<String> VALUES = Set.of(
            "part",
            "range",
            "time",
            "duration",
            "percent",
            "decibel",
            "factor",
            "number",
            "size",
            "ratio",
            "rate",
            "position",
            "area",
            "strength",
            "degree",
            "delta",
            "file",
            "quoted",
            "numbers",
            "exception",
            "lufs");

    /** Categories that a remark may have as well as a request. */
    private static final Set<String> SAYING_LITTLE = Set.of(
            "and",
            "then",
            "also",
            "reason",
            "remark",
            "footage",
            "picture",
            "number",
            "count",
            "degree",
            "complaint",
            "thanks",
            "greeting");

    /** Makes a cover have its heads; it is no part of the cost. */
    private static final double HEAD = 1;

    private static final double UNKNOWN = 2;
    private static final double UNKNOWN_HAN = 0.8;
    private static final double MISPLACED = 4;
    private static final double DANGEROUS = 6;
    private static final int MOST_READINGS = 5;
    /** Words. */
    private static final int LONGEST_DANGER = 6;

    /** Each frame as several that can be asked for in one way only: a head of another way is no head. */
    private static final Map<Frame, List<Frame>> WAYS = Collections.synchronizedMap(new IdentityHashMap<>());

    private final List<Frame> frames;
    private final Chart chart;
    private final List<List<Edge>> edges = new ArrayList<>();
    private final double[] skip;
    private final boolean[] dangerous;
    /** Categories that can be heads or values; others are only said beside a request. */
    private final Set<String> asking = new HashSet<>();

    Clauses(List<Frame> frames, Chart chart) {
        this.frames = frames;
        this.chart = chart;
        for (int i = 0; i < chart.words().size(); i++) {
            edges.add(new ArrayList<>(chart.from(i)));
        }
        hideBehindDanger();
        hideBehindLonger();
        new FreeText(chart.message(), chart.words(), edges)
                .edges()
                .forEach(e -> edges.get(e.from()).add(e));
        this.skip = skipCosts();
        this.dangerous = dangerous();
        frames.forEach(f -> {
            asking.addAll(f.headCategories());
            f.slots().forEach(s -> asking.add(s.category()));
        });
    }

    /** "Don't cut" has no "cut" in it: what lies within words that change the meaning isn't said. */
    private void hideBehindDanger() {
        List<Edge> dangers = edges.stream()
                .flatMap(List::stream)
                .filter(e -> DANGER.contains(e.category()) && e.to() > e.from() + 1)
                .toList();
        for (Edge danger : dangers) {
            for (int i = danger.from(); i < danger.to(); i++) {
                edges.get(i).removeIf(e -> e.to() <= danger.to() && e.to() - e.from() < danger.to() - danger.from());
            }
        }
    }

    List<Edge> edgesFrom(int word) {
        return edges.get(word);
    }

    /** "To 20 %" has no change by 20 % in it, "in the lower third" no caption with a name. */
    private void hideBehindLonger() {
        hide("percent", 3, "delta");
        hide("position", 4, "lowerThird.word");
    }

    private void hide(String behind, int words, String category) {
        List<Edge> longer = edges.stream()
                .flatMap(List::stream)
                .filter(e -> e.category().equals(behind) && e.to() - e.from() >= words)
                .toList();
        for (Edge edge : longer) {
            for (int i = edge.from() + 1; i < edge.to(); i++) {
                edges.get(i).removeIf(e -> e.category().equals(category) && e.to() <= edge.to());
            }
        }
    }

    /** Returns whether a word stands within a phrase that changes the meaning: "no other" can't be broken up. */
    boolean isInDanger(int word) {
        for (int from = Math.max(0, word - LONGEST_DANGER); from < word; from++) {
            for (Edge edge : edges.get(from)) {
                if (edge.to() > word && edge.cost() == 0 && DANGER.contains(edge.category())) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean[] dangerous() {
        boolean[] dangerous = new boolean[chart.words().size()];
        for (List<Edge> starting : edges) {
            for (Edge edge : starting) {
                for (int i = edge.from(); i < edge.to() && edge.cost() == 0; i++) {
                    dangerous[i] |= DANGER.contains(edge.category());
                }
            }
        }
        return dangerous;
    }

    /** Returns whether a phrase that changes the meaning of what follows ends before a word. */
    boolean followsDanger(int word) {
        for (int from = Math.max(0, word - LONGEST_DANGER); from < word; from++) {
            for (Edge edge : edges.get(from)) {
                if (edge.to() == word && edge.cost() == 0 && DANGER.contains(edge.category())) {
                    return true;
                }
            }
        }
        return false;
    }

    private double[] skipCosts() {
        double[] costs = new double[chart.words().size()];
        for (int i = 0; i < costs.length; i++) {
            Word word = chart.words().get(i);
            costs[i] = word.isMark() ? markCost(word) : word.kind() == WordKind.HAN ? UNKNOWN_HAN : UNKNOWN;
        }
        for (List<Edge> starting : edges) {
            for (Edge edge : starting) {
                double cost =
                        DANGER.contains(edge.category()) ? DANGEROUS : FREE.contains(edge.category()) ? 0 : MISPLACED;
                for (int i = edge.from(); i < edge.to() && edge.cost() == 0; i++) {
                    costs[i] = Math.max(costs[i], cost / (edge.to() - edge.from()));
                }
            }
        }
        return costs;
    }

    private static double markCost(Word mark) {
        return ".!?;。！？；".contains(mark.text()) ? 0.6 : ",、，:".contains(mark.text()) ? 0.3 : 0.02;
    }

    /** Returns the best readings of the words between two indexes, best first. */
    List<ClauseReading> read(int from, int to) {
        Set<String> present = new HashSet<>();
        for (int i = from; i < to; i++) {
            for (Edge edge : edges.get(i)) {
                if (edge.to() <= to) {
                    present.add(edge.category());
                }
            }
        }
        List<ClauseReading> readings = new ArrayList<>();
        for (Frame frame : frames) {
            if (frame.isAsked(present)) {
                asked(frame, present, from, to).ifPresent(readings::add);
            }
        }
        cover(Optional.empty(), from, to).ifPresent(readings::add);
        readings.add(remark(from, to));
        topic(from, to).ifPresent(readings::add);
        readings.sort(Comparator.comparingDouble(ClauseReading::cost));
        return readings.subList(0, Math.min(MOST_READINGS, readings.size()));
    }

    /** Covers the words by each of the ways to ask for it that can be there; the best. */
    private Optional<ClauseReading> asked(Frame frame, Set<String> present, int from, int to) {
        return WAYS.computeIfAbsent(frame, Frame::ways).stream()
                .filter(way -> way.isAsked(present))
                .flatMap(way -> cover(Optional.of(way), from, to).stream())
                .min(Comparator.comparingDouble(ClauseReading::cost))
                .map(r ->
                        new ClauseReading(Optional.of(frame), r.edges(), r.cost(), r.leftover(), r.kind(), r.words()));
    }

    /** Covers the words with what the frame has a place for, as cheaply as possible. */
    private Optional<ClauseReading> cover(Optional<Frame> frame, int from, int to) {
        double[] best = new double[to - from + 1];
        @Nullable Edge[] by = new @Nullable Edge[to - from + 1];
        java.util.Arrays.fill(best, Double.MAX_VALUE);
        best[0] = 0;
        for (int i = from; i < to; i++) {
            double here = best[i - from];
            improve(best, by, here + skip[i], i + 1 - from, null);
            for (Edge edge : edges.get(i)) {
                if (edge.to() <= to) {
                    double cost = role(frame, edge);
                    if (cost < DANGEROUS) {
                        improve(best, by, here + cost + edge.cost(), edge.to() - from, edge);
                    }
                }
            }
        }
        List<Edge> chosen = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        for (int i = to - from; i > 0; i = by[i] == null ? i - 1 : by[i].from() - from) {
            if (by[i] != null && !FREE.contains(by[i].category())) {
                chosen.add(0, by[i]);
            } else if (by[i] == null && !chart.words().get(from + i - 1).isMark()) {
                skipped.add(0, chart.words().get(from + i - 1).text());
            }
        }
        double cost = best[to - from] + misfit(frame, chosen);
        for (Edge edge : chosen) {
            cost += frame.isPresent() && frame.get().isHead(edge.category()) ? HEAD : 0;
        }
        if (cost > 1000 || (frame.isPresent() && skipsDanger(by, from, to))) {
            return Optional.empty();
        }
        ReadingKind kind = frame.isPresent() ? ReadingKind.REQUEST : ReadingKind.VALUES;
        return chosen.isEmpty()
                ? Optional.empty()
                : Optional.of(new ClauseReading(frame, chosen, cost, cost, kind, skipped));
    }

    /** Returns whether a cover leaves out words that change what is asked for: then it is something else. */
    private boolean skipsDanger(@Nullable Edge[] by, int from, int to) {
        for (int i = to - from; i > 0; i = by[i] == null ? i - 1 : by[i].from() - from) {
            if (by[i] == null && dangerous[from + i - 1]) {
                return true;
            }
        }
        return false;
    }

    private static void improve(double[] best, @Nullable Edge[] by, double cost, int at, @Nullable Edge edge) {
        if (cost < best[at] - 1e-9) {
            best[at] = cost;
            by[at] = edge;
        }
    }

    /** Returns what an edge costs in a frame: little where it has a place, too much elsewhere. */
    private static double role(Optional<Frame> frame, Edge edge) {
        String category = edge.category();
        if (frame.isPresent() && frame.get().isHead(category)) {
            return 0.02 - HEAD;
        }
        if (frame.isPresent() && frame.get().extras().contains(category)) {
            return 0.04;
        }
        if (frame.isPresent() ? frame.get().takes(category) : VALUES.contains(category)) {
            return isPlaced(frame, edge) ? 0.03 : DANGEROUS;
        }
        if (category.equals("only") && frame.isPresent()) {
            return frame.get().takes("range") || frame.get().takes("part") ? 0.04 : DANGEROUS;
        }
        return FREE.contains(category) ? 0.02 * (edge.to() - edge.from()) : category.equals("and") ? 0.1 : DANGEROUS;
    }

    /** Returns whether a part is of a kind that the frame can be applied to. */
    private static boolean isPlaced(Optional<Frame> frame, Edge edge) {
        return !(edge.value() instanceof io.retake.nlu.value.Part part)
                || frame.isEmpty()
                || frame.get().slots().stream()
                        .anyMatch(s -> s.category().equals(edge.category())
                                && s.kinds().contains(part.kind()));
    }

    /** Returns the cost of values that are too many or missing. */
    private static double misfit(Optional<Frame> frame, List<Edge> chosen) {
        if (frame.isEmpty()) {
            return 0;
        }
        Set<String> categories = chosen.stream().map(Edge::category).collect(Collectors.toSet());
        if (!frame.get().isAsked(categories)) {
            return 10_000;
        }
        boolean limited = categories.contains("range") || categories.contains("part") || categories.contains("time");
        double unlimited =
                categories.contains("only") && !limited && !frame.get().isHead("only") ? DANGEROUS : 0;
        return Spread.filling(frame.get(), chosen)
                .or(() -> Filling.of(frame.get(), chosen))
                .or(() -> limited ? Optional.empty() : Filling.of(frame.get().placeless(), chosen))
                .map(f -> f.surplus() * MISPLACED + unlimited)
                .orElse(10_000.0);
    }

    /** Reads the words as telling something: dear where they look like a request, or limit one. */
    private ClauseReading remark(int from, int to) {
        double cost = 1;
        boolean reason = begins(from, "reason");
        double leftover = reason || begins(from, "remark") ? 0.2 : 1.2;
        for (int i = from; i < to; i++) {
            reason &= !chart.words().get(i).isMark() && !begins(i, "and") && !begins(i, "then");
            double says = saying(i, to) * (reason ? 0.2 : 1);
            cost += (chart.words().get(i).kind() == WordKind.HAN ? 0.02 : 0.05) + says;
            leftover += says;
        }
        return new ClauseReading(
                Optional.empty(),
                meant(from, to),
                begins(from, "reason") ? cost - 0.7 : cost,
                leftover,
                ReadingKind.REMARK,
                texts(from, to));
    }

    /** Reads the words as telling something of a place: "there's a cough from 0:31 to 0:32". */
    private Optional<ClauseReading> topic(int from, int to) {
        ClauseReading told = remark(from, to);
        for (int i = from; i < to; i++) {
            for (Edge edge : longestPlaces(i, to)) {
                double own = 0;
                for (int w = edge.from(); w < edge.to(); w++) {
                    own += saying(w, to);
                }
                if (told.leftover() - own < MISPLACED / 2) {
                    return Optional.of(new ClauseReading(
                            Optional.empty(),
                            List.of(edge),
                            told.cost() - own,
                            Math.min(0.6, told.leftover() - own),
                            ReadingKind.TOPIC,
                            told.words()));
                }
            }
        }
        return Optional.empty();
    }

    private List<Edge> longestPlaces(int at, int to) {
        return edges.get(at).stream()
                .filter(e ->
                        e.to() <= to && e.cost() == 0 && Story.place(List.of(e)).isPresent())
                .sorted(Comparator.comparingInt(Edge::to).reversed())
                .limit(1)
                .toList();
    }

    private List<String> texts(int from, int to) {
        return chart.words().subList(from, to).stream().map(Word::text).toList();
    }

    private boolean begins(int at, String category) {
        return edges.get(at).stream().anyMatch(e -> e.category().equals(category) && e.cost() == 0);
    }

    /** Returns what the words might ask for if they did, the longest first edges. */
    private List<Edge> meant(int from, int to) {
        List<Edge> meant = new ArrayList<>();
        for (int i = from; i < to; i++) {
            edges.get(i).stream()
                    .filter(e -> e.to() <= to
                            && e.cost() == 0
                            && !FREE.contains(e.category())
                            && !SAYING_LITTLE.contains(e.category()))
                    .max(Comparator.comparingInt(Edge::to))
                    .ifPresent(meant::add);
        }
        return meant;
    }

    /** One Chinese character is seldom a word of its own. */
    private double weight(Edge edge) {
        boolean character =
                edge.to() == edge.from() + 1 && chart.words().get(edge.from()).kind() == WordKind.HAN;
        return character ? 0.15 : 0.5;
    }

    /** Returns how much the words from one on look as if they asked for something, or limited what is asked for. */
    private double saying(int at, int to) {
        double most = 0;
        for (Edge edge : edges.get(at)) {
            if (edge.to() <= to && edge.cost() == 0) {
                most = Math.max(most, DANGER.contains(edge.category()) ? 2 : asks(edge) ? weight(edge) : 0);
            }
        }
        return most;
    }

    /** Returns whether an edge may be a head or a value, and is more than a number, a pronoun or a noun that things have. */
    private boolean asks(Edge edge) {
        String category = edge.category();
        boolean number =
                edges.get(edge.from()).stream().anyMatch(e -> e.category().equals("count") && e.to() == edge.to())
                        && !category.equals("size");
        boolean pronoun =
                edge.value() instanceof io.retake.nlu.value.Part part && part.kind() == io.retake.nlu.value.PartKind.IT;
        return asking.contains(category)
                && !number
                && !pronoun
                && !category.endsWith(".word")
                && !SAYING_LITTLE.contains(category);
    }
}
