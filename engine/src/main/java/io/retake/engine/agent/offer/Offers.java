package io.retake.engine.agent.offer;

import io.retake.core.edit.Edit;
import io.retake.core.edit.value.Target;
import io.retake.engine.timeline.Dialogue;
import io.retake.engine.timeline.Project;
import io.retake.nlu.Parser;
import io.retake.nlu.frame.ClauseReading;
import io.retake.nlu.frame.Reading;
import io.retake.nlu.rank.Ranked;
import io.retake.nlu.situation.Situation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a message that the grammar can't read may have meant: readings as edits that are possible now.
 *
 * @param all at most two readings, the more probable one first; none where nothing is probable
 * @param sure whether the first one has a place for every word and no rival, so that it can be done without asking
 */
public record Offers(List<List<Edit>> all, boolean sure) {
    /** Nothing that is probable. */
    public static final Offers NONE = new Offers(List.of(), false);

    /** Characters. Reading a longer message takes long, and nobody checks a list of ten edits. */
    public static final int LONGEST = 400;
    /** Edits of one offer: as many as a user can check at a glance. */
    private static final int MOST_EDITS = 4;

    private static final int MOST_OFFERS = 2;

    /** Complete readings of fresh personas that were this probable were what was meant, but for two in 254. */
    private static final double SURE = 0.9;

    private static final double PROBABLE = 0.25;
    private static final double ALSO_PROBABLE = 0.15;
    /** A reading that leaves words over. */
    private static final double PROBABLE_IN_PART = 0.5;

    private static final double THINKABLE = 0.05;
    /** A likely reading that can't be done makes any other one a guess. */
    private static final double LIKELY = 0.5;
    /** The cost of a clause with at most one word misspelt. */
    private static final double COMPLETE = 1.5;

    /** The cost of a remark that begins like one: "because …". */
    private static final double TOLD = 0.5;

    /** What is to be changed isn't what the next words are about. */
    private static final String CHANGE = "change";

    private static final Logger LOG = LoggerFactory.getLogger(Offers.class);

    /** Copies. */
    public Offers {
        all = all.stream().map(List::copyOf).toList();
    }

    /**
     * Returns what the words may have meant. Never throws because of the words.
     *
     * @param gain the gain of a target's sound, which "louder" refers to
     */
    public static Offers of(String words, Project project, ToDoubleFunction<Target> gain) {
        Binding binding = new Binding(gain);
        Situation situation = Situations.of(project);
        List<Ranked> readings = read(words, situation);
        boolean beyond = readings.stream()
                .filter(r -> r.probability() >= LIKELY)
                .map(r -> r.reading().requests())
                .anyMatch(r -> !r.isEmpty() && binding.edits(r).isEmpty());
        if (beyond || readings.isEmpty()) {
            return NONE;
        }
        Contradiction contradiction = new Contradiction(
                words,
                Parser.sayings(words, situation, Contradiction.CATEGORIES),
                other -> likely(read(other, situation), binding),
                gain);
        return possible(readings, binding, contradiction, project);
    }

    private static Offers possible(
            List<Ranked> readings, Binding binding, Contradiction contradiction, Project project) {
        Map<String, List<Edit>> offers = new LinkedHashMap<>();
        boolean sure = false;
        for (Ranked ranked : readings) {
            boolean complete = isOfAll(ranked.reading());
            double limit = !complete
                    ? PROBABLE_IN_PART
                    : Rivals.isOne(ranked, readings.get(0)) ? 0 : offers.isEmpty() ? PROBABLE : ALSO_PROBABLE;
            boolean nothing = ranked.reading().requests().isEmpty();
            if (nothing || offers.size() == MOST_OFFERS) {
                break;
            }
            Optional<List<Edit>> edits = ranked.probability() < limit || leavesRequest(ranked.reading())
                    ? Optional.empty()
                    : edits(ranked, binding)
                            .filter(e -> isPossible(e, project))
                            .filter(e -> !contradiction.isIn(ranked.reading(), e, complete));
            edits.ifPresent(e -> offers.putIfAbsent(Dialogue.text(e), e));
            edits.map(e -> Rivals.of(e, project))
                    .ifPresent(rivals -> rivals.forEach(r -> offers.putIfAbsent(Dialogue.text(r), r)));
            sure |= complete
                    && offers.size() == 1
                    && !Rivals.hasOne(ranked, readings)
                    && ranked.probability() >= SURE
                    && isSaid(ranked.reading())
                    && edits.filter(e -> !contradiction.guesses(e)).isPresent();
        }
        return new Offers(List.copyOf(offers.values()), sure);
    }

    private static Optional<List<Edit>> edits(Ranked ranked, Binding binding) {
        return binding.edits(ranked.reading().requests()).flatMap(Ordering::of);
    }

    /** Returns what is probable enough to be meant, possible or not. */
    private static List<List<Edit>> likely(List<Ranked> readings, Binding binding) {
        return readings.stream()
                .filter(r -> r.probability() >= THINKABLE && isOfAll(r.reading()))
                .flatMap(r -> edits(r, binding).stream())
                .toList();
    }

    /** Returns whether a reading has a place for all words, but for a remark that gives a reason. */
    private static boolean isOfAll(Reading reading) {
        boolean carried = reading.notes().contains("place carried");
        return reading.worst() <= COMPLETE
                && reading.clauses().stream().allMatch(c -> switch (c.kind()) {
                    case REQUEST, VALUES -> c.words().isEmpty();
                    case REMARK -> c.leftover() <= TOLD;
                    case TOPIC -> carried;
                });
    }

    /** Returns whether a request leaves a number over, which would change it, or what is only named is to be changed. */
    private static boolean leavesRequest(Reading reading) {
        return reading.clauses().stream().anyMatch(c -> switch (c.kind()) {
            case REQUEST -> c.words().stream().anyMatch(w -> w.codePoints().anyMatch(Character::isDigit));
            case TOPIC -> c.edges().stream().anyMatch(e -> e.category().equals(CHANGE));
            case REMARK, VALUES -> false;
        });
    }

    /** Returns whether words ask for each of several edits: "brighter and 2x" may mean more than one thing. */
    private static boolean isSaid(Reading reading) {
        return reading.requests().size() == 1
                || reading.clauses().stream()
                        .filter(c -> c.kind() == ClauseReading.ReadingKind.REQUEST)
                        .allMatch(
                                c -> c.edges().stream().anyMatch(e -> e.value().equals(e.category())));
    }

    private static boolean isPossible(List<Edit> edits, Project project) {
        return edits.size() <= MOST_EDITS
                && !project.dialogue().refused().contains(Dialogue.text(edits))
                && Rehearsal.succeeds(edits, project)
                && !Rehearsal.hasIdleEdit(edits, project);
    }

    static List<Ranked> read(String words, Situation situation) {
        if (words.length() > LONGEST) {
            return List.of();
        }
        try {
            return Parser.read(words, situation);
        } catch (RuntimeException e) {
            // An offer is an extra: the message was answered without it.
            LOG.warn("The parser of plain words failed", e);
            return List.of();
        }
    }
}
