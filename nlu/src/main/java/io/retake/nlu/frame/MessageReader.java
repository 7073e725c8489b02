package io.retake.nlu.frame;

import io.retake.nlu.grammar.Chart;
import io.retake.nlu.grammar.Edge;
import io.retake.nlu.grammar.Grammar;
import io.retake.nlu.situation.Situation;
import io.retake.nlu.text.Word;
import io.retake.nlu.text.WordKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a message as clauses, in the ways that cost least. For one message. */
public final class MessageReader {
    private static final Set<String> SEPARATORS = Set.of("and", "then", "also", "correction", "further");
    /** Operations that are a clause of their own: "undo the blur", "don't enlarge it to 1080p". */
    private static final Set<String> STANDING = Set.of("undo", "nothing");
    /** Verbs that need something after them. */
    private static final Set<String> VERBS = Set.of("set", "change", "add", "put");
    /** They go with a verb before them. */
    private static final Set<String> PARTICLES = Set.of("off", "out", "gone", "down");

    /** Words; longer clauses are none that a frame covers. */
    private static final int LONGEST_CLAUSE = 70;
    /**
     * Words in all clauses that are tried for one message. Ten edits in a row take 3,000; text without an end of
     * numbers or names ("1, 2, 3, …") would take minutes, and is none that a frame covers.
     */
    private static final int MOST_WORK = 6000;

    /** A clause with more than this left without a place hasn't been understood. */
    private static final double MOST_LEFT = 10;

    private static final double CORRECTION = 0.2;
    private static final double CLAUSE = 0.3;
    private static final double BARE_BREAK = 0.45;

    private final Repertoire repertoire;
    private final MessageEdges edges;
    private final Clauses clauses;
    private final Situation situation;
    private final int length;
    private int workLeft;

    private MessageReader(Repertoire repertoire, Chart chart, Situation situation, int workLeft) {
        this.repertoire = repertoire;
        this.edges = new MessageEdges(chart, repertoire);
        this.clauses = new Clauses(repertoire, edges, LONGEST_CLAUSE);
        this.situation = situation;
        this.length = edges.words().size();
        this.workLeft = workLeft;
    }

    /**
     * Returns the readings of a message, best first; each with other requests. None of a message that is too long and
     * has too many ways to be read: the time is bounded, and the same message always has the same readings.
     */
    public static List<Reading> read(
            Repertoire repertoire, Grammar grammar, String message, List<Word> words, Situation situation) {
        MessageReader reader =
                new MessageReader(repertoire, new Chart(grammar, message, words, situation), situation, MOST_WORK);
        List<Reading> readings = new ArrayList<>(reader.readings());
        int workLeft = reader.workLeft;
        List<List<Word>> corrections = workLeft < 0 ? List.of() : Corrections.taken(words, reader.edges);
        for (List<Word> corrected : corrections) {
            MessageReader other = new MessageReader(
                    repertoire, new Chart(grammar, message, corrected, situation), situation, workLeft);
            other.readings().stream().map(r -> r.costing(CORRECTION)).forEach(readings::add);
            workLeft = other.workLeft;
        }
        if (workLeft < 0) {
            return List.of();
        }
        Map<List<?>, Reading> different = new LinkedHashMap<>();
        readings.stream()
                .sorted(Comparator.comparingDouble(Reading::cost))
                .forEach(r -> different.merge(r.requests(), r, MessageReader::better));
        return different.values().stream()
                .sorted(Comparator.comparingDouble(Reading::cost))
                .toList();
    }

    /** Of two readings that ask for the same, the cheaper one; but one that has a place for every word before another. */
    private static Reading better(Reading cheaper, Reading other) {
        return other.isComplete() && !cheaper.isComplete() ? other : cheaper;
    }

    private List<Reading> readings() {
        List<Integer> breaks = breaks();
        List<Beam> beams = Stream.generate(Beam::new).limit(length + 1).toList();
        beams.get(0).add(Story.beginning(situation, repertoire.frames()));
        for (int from : breaks) {
            List<Story> stories = beams.get(from).stories();
            if (stories.isEmpty() || from == length) {
                continue;
            }
            Opening opening = opening(from);
            if (opening.end() == length && from > 0) {
                stories.forEach(beams.get(length)::add);
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
                extend(beams.get(to), stories, opening, to);
            }
        }
        return beams.get(length).stories().stream()
                .map(Story::reading)
                .filter(r -> r.worst() <= MOST_LEFT)
                .toList();
    }

    private void extend(Beam beam, List<Story> stories, Opening opening, int to) {
        double bare = isSeparated(to) ? 0 : BARE_BREAK;
        for (ClauseReading clause : clauses.read(opening.end(), to)) {
            if ((bare > 0 && breaksOff(clause, to))
                    || turnsWhatIsBeside(clause, opening.end(), to)
                    || isPlaceOfThing(clause, opening.end())
                    || isToldOfVerb(clause, opening.end())
                    || isRestOfVerb(clause, opening.end())) {
                continue;
            }
            ClauseFillings fillings = new ClauseFillings(clause);
            for (Story story : stories) {
                if (beam.isBeyond(story.cost() + clause.cost() + CLAUSE + bare - Continuation.MOST_SAVED)) {
                    break; // so are all that follow: they cost more
                }
                ClauseFillings here = explains(clause, opening)
                        ? new ClauseFillings(clauses.explaining(clause, opening.end(), to, story))
                        : fillings;
                if (!takesRemarkAway(story, clause, opening)) {
                    Continuation.of(story, here, opening.categories()).forEach(s -> beam.add(s.costing(CLAUSE + bare)));
                }
            }
        }
    }

    private static boolean explains(ClauseReading clause, Opening opening) {
        return clause.kind() == ClauseReading.ReadingKind.REMARK
                && Set.of("stop").containsAll(opening.categories());
    }

    /** "Not what comes behind" isn't "what comes behind", told, and then "not" by itself. */
    private boolean takesRemarkAway(Story story, ClauseReading clause, Opening opening) {
        return clause.kind() == ClauseReading.ReadingKind.REQUEST
                && opening.end() > 0
                && !isSeparated(opening.end())
                && story.endsInRemark()
                && clause.edges().stream().allMatch(e -> Categories.TAKING_AWAY.contains(e.category()));
    }

    /** "Add background noise" isn't "add", told, and then "background noise". */
    private static boolean breaksOff(ClauseReading clause, int to) {
        boolean told =
                clause.kind() == ClauseReading.ReadingKind.REMARK || clause.kind() == ClauseReading.ReadingKind.TOPIC;
        return told && clause.edges().stream().anyMatch(e -> e.to() == to);
    }

    /**
     * "The blur has to go" isn't "the blur" and then a remark, nor "undo the blur" an undo and then a blur: what says in
     * which direction, and what it is said of, are one clause where nothing separates them.
     */
    private boolean turnsWhatIsBeside(ClauseReading clause, int from, int to) {
        if (clause.kind() == ClauseReading.ReadingKind.REQUEST) {
            boolean stands =
                    clause.frame().filter(f -> STANDING.contains(f.operation())).isPresent();
            return stands && !isSeparated(to);
        }
        boolean told = clause.kind() != ClauseReading.ReadingKind.VALUES
                && !edges.begins(from, "reason")
                && edges.turns(from, to);
        return told && !(isSeparated(to) && (from == 0 || isSeparated(from)));
    }

    /** "Mute it and make it sparkle" isn't "mute it and make", and then that it sparkles. */
    private boolean isToldOfVerb(ClauseReading clause, int from) {
        return clause.kind() == ClauseReading.ReadingKind.REMARK
                && from > 0
                && !isSeparated(from)
                && edges.from(from - 1).stream().anyMatch(e -> e.cost() == 0 && VERBS.contains(e.category()));
    }

    /** "Remove the music from clip 2" isn't "remove the music" and then clip 2 as well. */
    private boolean isPlaceOfThing(ClauseReading clause, int from) {
        boolean begins = from == 0 || isSeparated(from) || edges.isSeparator(from, SEPARATORS);
        return clause.kind() == ClauseReading.ReadingKind.VALUES
                && !begins
                && clause.edges().stream().anyMatch(e -> e.category().equals("part"));
    }

    /** "Take the music off clip 2" isn't "take the music" and then "off: clip 2". */
    private boolean isRestOfVerb(ClauseReading clause, int from) {
        return clause.kind() == ClauseReading.ReadingKind.REQUEST
                && from > 0
                && !isSeparated(from)
                && !edges.isSeparator(from, SEPARATORS)
                && clause.edges().get(0).from() == from
                && PARTICLES.contains(clause.edges().get(0).category())
                && clause.edges().stream().anyMatch(e -> e.category().equals("part"));
    }

    /** The words between two clauses. */
    private record Opening(int end, Set<String> categories) {}

    private Opening opening(int from) {
        int at = from;
        Set<String> categories = new java.util.LinkedHashSet<>();
        boolean more = true;
        while (more && at < length) {
            int start = at;
            Optional<Edge> separator = edges.from(at).stream()
                    .filter(e -> SEPARATORS.contains(e.category()) && e.cost() == 0 && !negates(e) && !adds(e))
                    .max(Comparator.comparingInt(Edge::to));
            if (separator.isPresent()) {
                categories.add(separator.get().category());
                at = separator.get().to();
            } else if (isMark(at)) {
                if (".!?;。！？；".contains(edges.words().get(at).text())) {
                    categories.add("stop");
                }
                at++;
            }
            more = at > start;
        }
        return new Opening(at, categories);
    }

    /** "No blur" forbids one; "no, blur it" and "no 5 seconds" correct something. */
    private boolean negates(Edge separator) {
        boolean no = separator.category().equals("correction")
                && edges.from(separator.from()).stream()
                        .anyMatch(e -> e.category().equals("no.more") && e.to() == separator.to());
        return no
                && separator.to() < length
                && edges.from(separator.to()).stream().anyMatch(e -> repertoire.isNegatable(e.category()));
    }

    /** "Plus" between two things joins them; at the beginning it asks for something more. */
    private boolean adds(Edge separator) {
        boolean begins = separator.from() == 0 || isMark(separator.from() - 1);
        return begins
                && separator.category().equals("and")
                && edges.from(separator.from()).stream()
                        .anyMatch(e -> e.category().equals("add") && e.to() == separator.to());
    }

    private boolean isMark(int at) {
        Word word = edges.words().get(at);
        return word.isMark() && "-–—+%#$€/\\&~<>=*@^|".indexOf(word.text().charAt(0)) < 0;
    }

    /** Returns where clauses may begin and end, in order. */
    private List<Integer> breaks() {
        List<Integer> breaks = new ArrayList<>(List.of(0));
        for (int i = 1; i < length; i++) {
            boolean head = edges.from(i).stream().anyMatch(e -> repertoire.isHead(e.category()) && e.cost() == 0);
            boolean telling = edges.begins(i, "reason") || edges.begins(i, "remark");
            if ((isSeparated(i) || ((head || telling) && !edges.isInWord(i, repertoire)))
                    && !edges.isInDanger(i)
                    && (isMark(i) || isMark(i - 1) || !edges.followsDanger(i))) {
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
                || edges.from(at).stream().anyMatch(e -> SEPARATORS.contains(e.category()));
    }

    /** Chinese has no spaces between words: one between two of them stands for a comma. */
    private boolean isSpaceInHan(int at) {
        Word before = edges.words().get(at - 1);
        Word behind = edges.words().get(at);
        return before.kind() == WordKind.HAN && behind.kind() == WordKind.HAN && before.end() < behind.start();
    }
}
