package io.retake.engine.agent.offer;

import io.retake.core.edit.Edit;
import io.retake.core.edit.value.Target;
import io.retake.engine.timeline.Dialogue;
import io.retake.engine.timeline.Project;
import io.retake.nlu.situation.Situation;
import io.retake.nlu.Parser;
import io.retake.nlu.rank.Ranked;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a message that the grammar can't read may have meant: complete readings, as edits that are possible now. */
public final class Offers {
    /** Characters. Reading a longer message takes long, and nobody checks a list of ten edits. */
    public static final int LONGEST = 400;
    /** Edits of one offer: as many as a user can check at a glance. */
    private static final int MOST_EDITS = 4;

    private static final int MOST_OFFERS = 2;

    private static final double PROBABLE = 0.25;
    private static final double ALSO_PROBABLE = 0.15;
    /** A likely reading that can't be done makes any other one a guess. */
    private static final double LIKELY = 0.5;
    /** The cost of a clause with at most a word or two that have no place: the reading is of the whole. */
    private static final double COMPLETE = 1.5;

    private static final Logger LOG = LoggerFactory.getLogger(Offers.class);

    private Offers() {}

    /**
     * Returns at most two offers, the more probable one first. Never throws because of the words.
     *
     * @param gain the gain of a target's sound, which "louder" refers to
     */
    public static List<List<Edit>> of(String words, Project project, ToDoubleFunction<Target> gain) {
        Binding binding = new Binding(gain);
        List<Ranked> readings = read(words, Situations.of(project));
        boolean beyond = readings.stream()
                .filter(r -> r.probability() >= LIKELY)
                .map(r -> r.reading().requests())
                .anyMatch(r -> !r.isEmpty() && binding.edits(r).isEmpty());
        return beyond ? List.of() : possible(readings, binding, project);
    }

    private static List<List<Edit>> possible(List<Ranked> readings, Binding binding, Project project) {
        Map<String, List<Edit>> offers = new LinkedHashMap<>();
        for (Ranked ranked : readings) {
            double limit = offers.isEmpty() ? PROBABLE : ALSO_PROBABLE;
            boolean nothing = ranked.reading().requests().isEmpty();
            if (ranked.probability() < limit || offers.size() == MOST_OFFERS || nothing) {
                break;
            }
            if (ranked.reading().worst() <= COMPLETE) {
                binding.edits(ranked.reading().requests())
                        .flatMap(Ordering::of)
                        .filter(edits -> isPossible(edits, project))
                        .ifPresent(edits -> offers.putIfAbsent(Dialogue.text(edits), edits));
            }
        }
        return List.copyOf(offers.values());
    }

    private static boolean isPossible(List<Edit> edits, Project project) {
        return edits.size() <= MOST_EDITS
                && !project.dialogue().refused().contains(Dialogue.text(edits))
                && Rehearsal.succeeds(edits, project);
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
