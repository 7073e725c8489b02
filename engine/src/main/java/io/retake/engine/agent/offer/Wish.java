package io.retake.engine.agent.offer;

import io.retake.core.edit.Edit;
import io.retake.core.edit.arrange.CutSilence;
import io.retake.core.edit.arrange.SmoothJumpCuts;
import io.retake.core.edit.picture.Blur;
import io.retake.core.edit.picture.Deinterlace;
import io.retake.core.edit.picture.Denoise;
import io.retake.core.edit.picture.Grain;
import io.retake.core.edit.picture.Pixelate;
import io.retake.core.edit.picture.Sharpen;
import io.retake.core.edit.picture.Stabilize;
import io.retake.core.edit.sound.AutoSyncAudio;
import io.retake.core.edit.sound.DenoiseAudio;
import io.retake.nlu.Saying;
import io.retake.nlu.frame.ClauseReading;
import io.retake.nlu.frame.ClauseReading.ReadingKind;
import io.retake.nlu.frame.Reading;
import io.retake.nlu.grammar.Edge;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells a fault that is wished for from one that is complained of, and a fault from its cure: "make it shaky", "it's
 * shaky", "no shaking", "no stabilizing".
 */
final class Wish {
    /** Who says it wants what follows. */
    static final String WISH = "_wish";
    /** A fault by its name. */
    static final String FAULT = "_fault";

    /** Edits against a fault of the footage. */
    private static final Set<Class<? extends Edit>> CURES = Set.of(
            Stabilize.class,
            Deinterlace.class,
            Denoise.class,
            DenoiseAudio.class,
            Sharpen.class,
            CutSilence.class,
            SmoothJumpCuts.class,
            AutoSyncAudio.class);
    /** Words for a fault, which may ask for its cure. */
    private static final Set<String> FAULTY = Set.of(
            "shaky",
            "shake.word",
            "interlace",
            "noise",
            "noise.picture",
            "hiss",
            "soft.complaint",
            "silence",
            "jump.cuts",
            "sync.complaint");
    /** Words for a cure. */
    private static final Set<String> CURING =
            Set.of("smooth", "fix", "clean", "stabilize", "deinterlace", "sharpen", "silence.cut");
    /** Words that are against a fault. */
    private static final Set<String> OPPOSING = Set.of(
            "remove", "fix", "clean", "less", "down", "gone", "out", "off", "no.more", "not", "smooth", "sharpen",
            "cut");
    /** Edits that make a fault, and the words for them. */
    private static final Map<Class<? extends Edit>, String> MAKING =
            Map.of(Blur.class, "blur", Pixelate.class, "pixelate", Grain.class, "grain");
    /** Words of those who complain. */
    private static final Set<String> COMPLAINING = Set.of("complaint", "soft.complaint", "noise.picture");

    private Wish() {}

    /** Returns whether a reading cures what is wished for, or makes what is complained of. */
    static boolean isReversed(Set<String> used, List<Edit> edits, List<Saying> said) {
        Set<String> categories = said.stream().map(Saying::category).collect(Collectors.toSet());
        boolean wished = categories.contains(WISH) && OPPOSING.stream().noneMatch(categories::contains);
        boolean cures = edits.stream().anyMatch(e -> CURES.contains(e.getClass()));
        return (cures && wished && used.stream().anyMatch(FAULTY::contains))
                || edits.stream().anyMatch(e -> isComplaint(e, said));
    }

    /** Returns whether the word for an edit may as well complain: "it's blurry" in languages without the ending. */
    private static boolean isComplaint(Edit edit, List<Saying> said) {
        String word = MAKING.get(edit.getClass());
        return said.stream()
                .filter(s -> s.category().equals(word))
                .anyMatch(s -> said.stream()
                        .anyMatch(c ->
                                COMPLAINING.contains(c.category()) && c.start() == s.start() && c.end() == s.end()));
    }

    /** Returns whether edits are the cure of a fault that is named, other than in a longer phrase. */
    static boolean isOfFault(Set<String> used, List<Edit> edits, List<Saying> said) {
        return edits.stream().anyMatch(e -> CURES.contains(e.getClass()))
                && used.stream().noneMatch(CURING::contains)
                && said.stream()
                        .filter(s -> s.category().equals(FAULT))
                        .anyMatch(s -> said.stream().noneMatch(l -> used.contains(l.category()) && s.isWithin(l)));
    }

    /** Returns the categories of what a reading's requests are made of. */
    static Set<String> used(Reading reading) {
        return reading.clauses().stream()
                .filter(c -> c.kind() == ReadingKind.REQUEST)
                .map(ClauseReading::edges)
                .flatMap(List::stream)
                .map(Edge::category)
                .collect(Collectors.toSet());
    }
}
