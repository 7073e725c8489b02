package io.retake.engine.agent.offer;

import io.retake.core.edit.Edit;
import io.retake.core.edit.picture.Title;
import io.retake.core.edit.picture.Upscale;
import io.retake.core.edit.value.Target;
import io.retake.engine.timeline.Dialogue;
import io.retake.engine.timeline.Project;
import io.retake.nlu.Parser;
import io.retake.nlu.Saying;
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
 * What a message may mean: readings as edits that are possible now.
 *
 * @param readings at most two, the more probable one first; none where nothing is probable
 * @param certainty how certain the first one is
 */
public record Offers(List<List<Edit>> readings, Certainty certainty) {
    /** Nothing that is probable. */
    public static final Offers NONE = new Offers(List.of(), Certainty.UNSURE);

    /** How certain it is that the first reading is what was meant. */
    public enum Certainty {
        /** Not very, or there is no reading. */
        UNSURE,
        /** More than any other, but words are left over. */
        LIKELY_IN_PART,
        /** More than any other. */
        LIKELY,
        /** It has a place for every word and no rival, so that it can be done without asking. */
        SURE,
        /** The same, but it can't be done: a file is missing, or what it is about. */
        REFUSED
    }

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
    /** More probable than all others together. One that can't be done makes any other one a guess. */
    private static final double LIKELY = 0.5;
    /** The category of verbs that change something on the timeline. */
    private static final String CHANGE = "change";

    private static final Logger LOG = LoggerFactory.getLogger(Offers.class);

    /** Copies. */
    public Offers {
        readings = readings.stream().map(List::copyOf).toList();
    }

    /** Returns those that can be done. */
    public List<List<Edit>> all() {
        return certainty == Certainty.REFUSED ? List.of() : readings;
    }

    /** Returns the most probable one; there must be one. */
    public List<Edit> first() {
        return readings.get(0);
    }

    /**
     * Returns what the words may have meant. Never throws because of the words.
     *
     * @param gain the gain of a target's sound, which "louder" refers to
     */
    public static Offers of(String words, Project project, ToDoubleFunction<Target> gain) {
        Binding binding = new Binding(project, gain);
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
                words, sayings(words, situation), other -> likely(read(other, situation), binding), gain);
        return possible(readings, binding, contradiction, project);
    }

    /** Returns whether words take back what stands before them: a part of such a message means something else. */
    public static boolean isCorrected(String words, Project project) {
        return words.length() <= LONGEST
                && sayings(words, Situations.of(project)).stream()
                        .anyMatch(s -> s.category().equals(Sign.CORRECTION)
                                && !words.substring(0, s.start()).isBlank());
    }

    /** Returns whether words ask for something to be, or to be made. */
    public static boolean isWish(String words, Project project) {
        return words.length() <= LONGEST
                && sayings(words, Situations.of(project)).stream()
                        .anyMatch(s -> s.category().equals(Wish.WISH));
    }

    private static Offers possible(
            List<Ranked> readings, Binding binding, Contradiction contradiction, Project project) {
        Map<String, List<Edit>> offers = new LinkedHashMap<>();
        Certainty certainty = Certainty.UNSURE;
        for (Ranked ranked : readings) {
            if (ranked.reading().requests().isEmpty() || offers.size() == MOST_OFFERS) {
                break;
            }
            boolean first = offers.isEmpty();
            List<Edit> edits =
                    ranked.probability() < limit(ranked, readings.get(0), first) || leavesRequest(ranked.reading())
                            ? List.of()
                            : edits(ranked, binding)
                                    .flatMap(e -> possible(e, project))
                                    .filter(e -> !contradiction.isIn(ranked.reading(), e))
                                    .orElse(List.of());
            if (!edits.isEmpty()) {
                offers.putIfAbsent(Dialogue.text(edits), edits);
                Rivals.of(edits, project).forEach(r -> offers.putIfAbsent(Dialogue.text(r), r));
            }
            if (first && edits.isEmpty() && certainty(ranked) == Certainty.SURE) {
                Optional<List<Edit>> refused = edits(ranked, binding)
                        .filter(e -> Rehearsal.isRefused(e, project))
                        .filter(e -> !contradiction.isIn(ranked.reading(), e));
                if (refused.isPresent()) {
                    return new Offers(List.of(refused.get()), Certainty.REFUSED);
                }
            }
            if (first && !edits.isEmpty()) {
                boolean rival = offers.size() > 1
                        || Rivals.hasOne(ranked, readings)
                        || contradiction.isQuestion()
                        || contradiction.guesses(edits);
                certainty = certainty(ranked);
                certainty = certainty == Certainty.SURE && rival ? Certainty.LIKELY : certainty;
            }
        }
        return new Offers(List.copyOf(offers.values()), certainty);
    }

    /** Returns how probable a reading must be to be offered. */
    private static double limit(Ranked ranked, Ranked best, boolean first) {
        if (!ranked.reading().isComplete()) {
            return PROBABLE_IN_PART;
        }
        return Rivals.isOne(ranked, best) ? 0 : first ? PROBABLE : ALSO_PROBABLE;
    }

    private static Certainty certainty(Ranked ranked) {
        boolean likely = ranked.probability() >= LIKELY;
        if (!ranked.reading().isComplete()) {
            return likely ? Certainty.LIKELY_IN_PART : Certainty.UNSURE;
        }
        boolean sure = ranked.probability() >= SURE && isSaid(ranked.reading());
        return sure ? Certainty.SURE : likely ? Certainty.LIKELY : Certainty.UNSURE;
    }

    private static Optional<List<Edit>> edits(Ranked ranked, Binding binding) {
        return binding.edits(ranked.reading().requests()).flatMap(Ordering::of);
    }

    /** Returns what is probable enough to be meant, possible or not. */
    private static List<List<Edit>> likely(List<Ranked> readings, Binding binding) {
        return readings.stream()
                .filter(r -> r.probability() >= THINKABLE && r.reading().isComplete())
                .flatMap(r -> edits(r, binding).stream())
                .toList();
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

    private static Optional<List<Edit>> possible(List<Edit> edits, Project project) {
        return edits.size() > MOST_EDITS ? Optional.empty() : Ordering.inOrder(edits, e -> isPossible(e, project));
    }

    private static boolean isPossible(List<Edit> edits, Project project) {
        return !project.dialogue().refused().contains(Dialogue.text(edits))
                && edits.stream().allMatch(e -> makesSense(e, project))
                && Rehearsal.succeeds(edits, project)
                && !Rehearsal.hasIdleEdit(edits, project);
    }

    /** Returns whether an edit does what it is for: enlarges, or writes something other than a file's name. */
    private static boolean makesSense(Edit edit, Project project) {
        if (edit instanceof Title title) {
            return project.media().stream().noneMatch(m -> m.name().equals(title.text()));
        }
        return !(edit instanceof Upscale upscale)
                || project.draft()
                        .canvas()
                        .map(c -> upscale.size().enlarges(c.width(), c.height()))
                        .orElse(true);
    }

    private static List<Saying> sayings(String words, Situation situation) {
        try {
            return Parser.sayings(words, situation, Contradiction.CATEGORIES);
        } catch (RuntimeException e) {
            LOG.warn("The parser of plain words failed", e);
            return List.of();
        }
    }

    static List<Ranked> read(String words, Situation situation) {
        if (words.length() > LONGEST) {
            return List.of();
        }
        try {
            return Parser.read(words, situation);
        } catch (RuntimeException e) {
            // The grammar answers without it.
            LOG.warn("The parser of plain words failed", e);
            return List.of();
        }
    }
}
