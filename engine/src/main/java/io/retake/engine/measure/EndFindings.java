package io.retake.engine.measure;

import io.retake.engine.measure.Finding.What;
import io.retake.engine.media.MediaEnds;
import io.retake.engine.phrase.Phrase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Findings about where a medium's data end: known from its packets, without decoding. */
public final class EndFindings {
    private static final Duration APART = Duration.ofSeconds(1);

    private EndFindings() {}

    /**
     * Returns the findings in the order in which they are reported; none for a whole file.
     *
     * @param duration how long it is on a timeline
     */
    public static List<Finding> of(MediaEnds ends, Duration duration) {
        List<Finding> findings = new ArrayList<>();
        ends.early()
                .ifPresentOrElse(
                        end -> findings.add(early(ends, end, duration)),
                        () -> ends.data().filter(end -> ends.cutOff()).ifPresent(end -> findings.add(cutOff(end))));
        Duration beyond = told(ends, ends.soundBeyond());
        Duration missing = told(ends, ends.soundMissing());
        if (!beyond.isZero()) {
            findings.add(finding(
                    What.LENGTHS,
                    "end.sound-longer",
                    seconds(beyond),
                    seconds(ends.picture().orElseThrow())));
        }
        if (!missing.isZero()) {
            findings.add(finding(
                    What.LENGTHS,
                    "end.sound-shorter",
                    seconds(missing),
                    seconds(ends.sound().orElseThrow())));
        }
        return findings;
    }

    /** Rounds away differences of interleaving where a file breaks off. */
    private static Duration told(MediaEnds ends, Duration difference) {
        return ends.cutOff() && difference.compareTo(APART) < 0 ? Duration.ZERO : difference;
    }

    private static Finding early(MediaEnds ends, Duration end, Duration duration) {
        boolean held = MediaEnds.isAfter(duration, end);
        boolean moves = ends.picture().isPresent();
        return finding(
                What.CUT_OFF,
                !held ? "end.early" : moves ? "end.early-still" : "end.early-silent",
                seconds(end),
                seconds(ends.promised().orElseThrow()));
    }

    private static Finding cutOff(Duration end) {
        return finding(What.CUT_OFF, "end.truncated", seconds(end));
    }

    private static Finding finding(What what, String sentence, Object... figures) {
        return new Finding(what, Phrase.of(sentence, figures), List.of());
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
