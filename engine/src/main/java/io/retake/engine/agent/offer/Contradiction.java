package io.retake.engine.agent.offer;

import io.retake.core.edit.Edit;
import io.retake.core.edit.arrange.CutSilence;
import io.retake.core.edit.arrange.Remove;
import io.retake.core.edit.arrange.SmoothJumpCuts;
import io.retake.core.edit.arrange.Trim;
import io.retake.core.edit.picture.Crop;
import io.retake.core.edit.picture.Deinterlace;
import io.retake.core.edit.picture.Denoise;
import io.retake.core.edit.picture.Fade;
import io.retake.core.edit.picture.Stabilize;
import io.retake.core.edit.session.Undo;
import io.retake.core.edit.sound.DenoiseAudio;
import io.retake.core.edit.sound.FadeAudio;
import io.retake.core.edit.sound.Mute;
import io.retake.core.edit.value.Target;
import io.retake.nlu.Saying;
import io.retake.nlu.frame.Reading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Tells whether an offer goes against the words: whether they negate, take away or lessen, and the offer is what they
 * would mean without that. "Make it less stable" is no request to stabilize, since "make it stable" is one. It asks the
 * parser about other texts and doesn't look at how it came to a reading, so that a fault of the parser doesn't pass.
 */
final class Contradiction {
    /** How words begin that ask whether something is so: "is it out of sync?" */
    private static final String QUESTION = "_question";

    /** Categories that only this check knows. */
    static final Set<String> CATEGORIES =
            Set.of(Direction.BY, Direction.TOO, Direction.MOST, Sign.AGAINST, Wish.WISH, Wish.FAULT, QUESTION);

    /** Words that spare something; who leaves them over asks for too much. */
    private static final String KEEP = "keep";

    /** Edits that take something away: "add some hum" asks for none of them. */
    private static final Set<Class<? extends Edit>> TAKING_AWAY = Set.of(
            Remove.class,
            CutSilence.class,
            SmoothJumpCuts.class,
            Denoise.class,
            DenoiseAudio.class,
            Deinterlace.class,
            Stabilize.class,
            Mute.class);
    /** Edits that shorten or narrow: a particle ("out") only repeats that. */
    private static final Set<Class<? extends Edit>> CUTTING = Set.of(Remove.class, Trim.class, Crop.class);
    /** Nobody needs more signs to say what to do; each costs another reading. */
    private static final int MOST_SIGNS = 6;

    private final String words;
    private final List<Saying> sayings;
    private final Function<String, List<List<Edit>>> likely;
    private final ToDoubleFunction<Target> gain;

    /**
     * Creates the check of the offers for one text.
     *
     * @param words the text
     * @param sayings what its stretches can say, {@link #CATEGORIES} among it
     * @param likely the edits that a text may mean, by each of its readings
     * @param gain the gain of a target's sound
     */
    Contradiction(
            String words,
            List<Saying> sayings,
            Function<String, List<List<Edit>>> likely,
            ToDoubleFunction<Target> gain) {
        this.words = words;
        this.sayings = sayings;
        this.likely = likely;
        this.gain = gain;
    }

    /** Returns whether edits, which are what a reading asks for, go against the words. */
    boolean isIn(Reading reading, List<Edit> edits) {
        return (!isCorrection(edits) && edits.stream().anyMatch(e -> Direction.isOpposed(e, sayings, gain)))
                || Wish.isReversed(Wish.used(reading), edits, sayings)
                || ignoresSign(Wish.used(reading), edits, reading.isComplete());
    }

    /** Returns whether edits do the last ones again in another way: "too slow" is said of those. */
    private static boolean isCorrection(List<Edit> edits) {
        return edits.size() > 1 && edits.get(0) instanceof Undo;
    }

    /** Returns whether a figure for edits is a guess: "as bright as it gets". */
    boolean guesses(List<Edit> edits) {
        return isMost() && edits.stream().anyMatch(e -> Direction.EDITS.contains(e.getClass()));
    }

    /** Returns whether the words ask whether something is so, which may be no request. */
    boolean isQuestion() {
        String said = words.strip();
        return (said.endsWith("?") || said.endsWith("？"))
                && sayings.stream()
                        .anyMatch(s -> s.category().equals(QUESTION)
                                && words.substring(0, s.start()).isBlank());
    }

    private boolean isMost() {
        return sayings.stream().anyMatch(s -> s.category().equals(Direction.MOST));
    }

    /** If words are left over, any sign may belong to them. */
    private boolean ignoresSign(Set<String> used, List<Edit> edits, boolean complete) {
        List<Saying> phrases = sayings.stream().filter(s -> isPhrase(s, used)).toList();
        List<Sign> signs = new ArrayList<>(Sign.against(words, sayings, phrases));
        List<Sign> corrections = Sign.corrections(phrases, signs);
        signs.removeIf(s -> isRepeated(s, edits));
        signs.addAll(corrections);
        signs.removeIf(s -> isCorrection(edits) && s.isFirst(words));
        boolean fault = Wish.isOfFault(used, edits, sayings)
                && signs.stream().filter(Sign::isTaking).count() == 1;
        signs.removeIf(s -> fault && s.isTaking());
        if (allAre(edits, TAKING_AWAY)) {
            signs.addAll(Sign.adding(sayings, phrases));
        }
        boolean spares = !complete
                && !used.contains(KEEP)
                && sayings.stream().anyMatch(s -> s.category().equals(KEEP));
        return signs.size() > MOST_SIGNS
                || spares
                || (!complete && (!signs.isEmpty() || isMost()))
                || signs.stream().anyMatch(s -> isIdle(s, edits));
    }

    /** Returns whether a phrase means what it means as a whole; "no wait" corrects only what stands before it. */
    private boolean isPhrase(Saying saying, Set<String> used) {
        boolean corrects = saying.category().equals(Sign.CORRECTION)
                && !words.substring(0, saying.start()).isBlank();
        return used.contains(saying.category()) || corrects;
    }

    /** Returns whether a sign says once more what an edit is, as "out" does of a cut. */
    private static boolean isRepeated(Sign sign, List<Edit> edits) {
        return (allAre(edits, CUTTING) && sign.isParticle())
                || (allAre(edits, Set.of(Fade.class, FadeAudio.class)) && sign.isParticle())
                || (allAre(edits, Direction.EDITS) && sign.isParticle())
                || (allAre(edits, Set.of(Undo.class)) && sign.isUndo());
    }

    private static boolean allAre(List<Edit> edits, Set<Class<? extends Edit>> types) {
        return edits.stream().allMatch(e -> types.contains(e.getClass()));
    }

    /**
     * Returns whether the words mean the edits without the sign too, or all but a cut that a negation was taken for:
     * "black and white, but not the first 10 seconds".
     */
    private boolean isIdle(Sign sign, List<Edit> edits) {
        List<List<Edit>> without = likely.apply(sign.without(words));
        Set<Class<?>> others = types(edits);
        boolean cuts = others.remove(Remove.class) && !others.isEmpty() && sign.isNegation();
        return without.stream().anyMatch(e -> areTheSame(e, edits))
                || (cuts && without.stream().anyMatch(e -> types(e).equals(others)));
    }

    private static boolean areTheSame(List<Edit> some, List<Edit> others) {
        return some.size() == others.size() && Set.copyOf(some).equals(Set.copyOf(others));
    }

    private static Set<Class<?>> types(List<Edit> edits) {
        return edits.stream().map(Edit::getClass).collect(Collectors.toCollection(HashSet::new));
    }
}
