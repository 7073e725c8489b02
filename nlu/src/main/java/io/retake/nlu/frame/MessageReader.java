package io.retake.nlu.frame;

import io.retake.nlu.Situation;
import io.retake.nlu.grammar.Chart;
import io.retake.nlu.grammar.Edge;
import io.retake.nlu.grammar.Grammar;
import io.retake.nlu.text.Word;
import io.retake.nlu.text.WordKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a message as clauses, in the ways that cost least. For one message. */
public final class MessageReader {
    private static final Set<String> SEPARATORS = Set.of("and", "then", "also", "correction", "further");
    private static final int BEAM = 10;
    /** Words; longer clauses are none that a frame covers. */
    private static final int LONGEST_CLAUSE = 70;
    /**
     * Words in all clauses that are tried for one message. Ten edits in a row take 3,000; text without an end of
     * numbers or names ("1, 2, 3, …") would take minutes, and is none that a frame covers.
     */
    private static final int MOST_WORK = 6000;

    private static final double CORRECTION = 0.2;
    private static final double CLAUSE = 0.3;
    private static final double BARE_BREAK = 0.45;

    private final List<Frame> frames;
    private final Clauses clauses;
    private final Chart chart;
    private final Situation situation;
    private final int length;
    private int workLeft;

    private MessageReader(List<Frame> frames, Chart chart, Situation situation, int workLeft) {
        this.workLeft = workLeft;
        this.frames = frames;
        this.clauses = new Clauses(frames, chart);
        this.chart = chart;
        this.situation = situation;
        this.length = chart.words().size();
    }

    /**
     * Returns the readings of a message, best first; each with other requests. None of a message that is too long and
     * has too many ways to be read: the time is bounded, and the same message always has the same readings.
     */
    public static List<Reading> read(
            List<Frame> frames, Grammar grammar, String message, List<Word> words, Situation situation) {
        MessageReader reader =
                new MessageReader(frames, new Chart(grammar, message, words, situation), situation, MOST_WORK);
        List<Reading> readings = new ArrayList<>(reader.readings());
        int workLeft = reader.workLeft;
        for (List<Word> corrected : Corrections.taken(words, reader.clauses)) {
            MessageReader other = new MessageReader(
                    frames, new Chart(grammar, message, corrected, situation), situation, workLeft);
            other.readings().stream().map(r -> r.costing(CORRECTION)).forEach(readings::add);
            workLeft = other.workLeft;
        }
        if (workLeft < 0) {
            return List.of();
        }
        Map<List<?>, Reading> different = new LinkedHashMap<>();
        readings.stream()
                .sorted(Comparator.comparingDouble(Reading::cost))
                .forEach(r -> different.putIfAbsent(r.requests(), r));
        return List.copyOf(different.values());
    }

    private List<Reading> readings() {
        Map<Integer, List<Story>> beams = new HashMap<>();
        beams.put(0, List.of(Story.beginning(situation, frames)));
        List<Integer> breaks = breaks();
        for (int from : breaks) {
            List<Story> stories = beams.getOrDefault(from, List.of());
            if (stories.isEmpty() || from == length) {
                continue;
            }
            Opening opening = opening(from);
            if (opening.end() == length && from > 0) {
                stories.forEach(s -> add(beams, length, s.costing(0)));
                continue;
            }
            if (opening.end() == length) {
                opening = new Opening(0, Set.of()); // nothing but "no"
            }
            for (int to : breaks) {
                if (to <= opening.end() || to - from > LONGEST_CLAUSE) {
                    continue;
                }
                workLeft -= to - opening.end();
                if (workLeft < 0) {
                    return List.of();
                }
                extend(beams, stories, opening, to);
            }
        }
        return beams.getOrDefault(length, List.of()).stream()
                .map(Story::reading)
                .toList();
    }

    private void extend(Map<Integer, List<Story>> beams, List<Story> stories, Opening opening, int to) {
        double bare = isSeparated(to) ? 0 : BARE_BREAK;
        for (ClauseReading clause : clauses.read(opening.end(), to)) {
            for (Story story : stories) {
                Continuation.of(story, clause, opening.categories())
                        .forEach(s -> add(beams, to, s.costing(CLAUSE + bare)));
            }
        }
    }

    private static void add(Map<Integer, List<Story>> beams, int at, Story story) {
        List<Story> list = new ArrayList<>(beams.getOrDefault(at, List.of()));
        list.add(story);
        list.sort(Comparator.comparingDouble(Story::cost));
        beams.put(at, list.size() > BEAM ? list.subList(0, BEAM) : list);
    }

    /** The words between two clauses. */
    private record Opening(int end, Set<String> categories) {}

    private Opening opening(int from) {
        int at = from;
        Set<String> categories = new java.util.LinkedHashSet<>();
        boolean more = true;
        while (more && at < length) {
            int start = at;
            Optional<Edge> separator = clauses.edgesFrom(at).stream()
                    .filter(e -> SEPARATORS.contains(e.category()) && e.cost() == 0)
                    .max(Comparator.comparingInt(Edge::to));
            if (separator.isPresent()) {
                categories.add(separator.get().category());
                at = separator.get().to();
            } else if (isMark(at)) {
                if (".!?;。！？；".contains(chart.words().get(at).text())) {
                    categories.add("stop");
                }
                at++;
            }
            more = at > start;
        }
        return new Opening(at, categories);
    }

    private boolean isMark(int at) {
        Word word = chart.words().get(at);
        return word.isMark() && "-–—+%#$€/\\&~<>=*@^|".indexOf(word.text().charAt(0)) < 0;
    }

    /** Returns where clauses may begin and end, in order. */
    private List<Integer> breaks() {
        List<Integer> breaks = new ArrayList<>(List.of(0));
        Set<String> heads =
                frames.stream().flatMap(f -> f.headCategories().stream()).collect(Collectors.toSet());
        for (int i = 1; i < length; i++) {
            boolean head = clauses.edgesFrom(i).stream().anyMatch(e -> heads.contains(e.category()) && e.cost() == 0);
            boolean telling = clauses.edgesFrom(i).stream()
                    .anyMatch(e -> Set.of("reason", "remark").contains(e.category()) && e.cost() == 0);
            if ((isSeparated(i) || head || telling) && !clauses.isInDanger(i)) {
                breaks.add(i);
            }
        }
        breaks.add(length);
        return breaks;
    }

    private boolean isSeparated(int at) {
        return at == length
                || isMark(at)
                || isMark(at - 1)
                || isSpaceInHan(at)
                || clauses.edgesFrom(at).stream().anyMatch(e -> SEPARATORS.contains(e.category()));
    }

    /** Chinese has no spaces between words: one between two of them stands for a comma. */
    private boolean isSpaceInHan(int at) {
        Word before = chart.words().get(at - 1);
        Word behind = chart.words().get(at);
        return before.kind() == WordKind.HAN && behind.kind() == WordKind.HAN && before.end() < behind.start();
    }
}
