package io.retake.engine.measure;

import io.retake.engine.measure.Finding.What;
import io.retake.engine.media.MediaEnds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
                    "Its sound goes on for %.1f s after its picture, which ends at %.1f s; a film ends with the picture.",
                    "声音比画面长 %.1f 秒（画面在 %.1f 秒处结束）；成片在画面结束处结束。",
                    seconds(beyond),
                    seconds(ends.picture().orElseThrow())));
        }
        if (!missing.isZero()) {
            findings.add(finding(
                    What.LENGTHS,
                    "Its sound ends at %2$.1f s, %1$.1f s before its picture; the rest is silent.",
                    "声音在 %2$.1f 秒处结束，比画面早 %1$.1f 秒；其余部分没有声音。",
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
                "Its data end at %.1f s, though it says that it is %.1f s long: it was cut off."
                        + (!held ? "" : moves ? " The rest is a still frame in silence." : " The rest is silent.")
                        + " Copy or download it again" + (held ? ", or trim it." : "."),
                "数据在 %.1f 秒处结束，但文件标明长 %.1f 秒：文件不完整。"
                        + (!held ? "" : moves ? "其余部分是静止画面，没有声音。" : "其余部分没有声音。")
                        + (held ? "请重新复制或下载，或者剪短。" : "请重新复制或下载。"),
                seconds(end),
                seconds(ends.promised().orElseThrow()));
    }

    private static Finding cutOff(Duration end) {
        return finding(
                What.CUT_OFF,
                "It was cut off: its data end at %.1f s, and the file is shorter than it should be. Copy or download it"
                        + " again if something is missing.",
                "文件不完整：数据在 %.1f 秒处结束。如果缺少内容，请重新复制或下载。",
                seconds(end));
    }

    @SuppressWarnings("AnnotateFormatMethod") // the patterns differ by language and take the same figures
    private static Finding finding(What what, String english, String chinese, Object... figures) {
        return new Finding(
                what,
                String.format(Locale.ROOT, english, figures),
                String.format(Locale.ROOT, chinese, figures),
                List.of());
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
