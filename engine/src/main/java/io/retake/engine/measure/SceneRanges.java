package io.retake.engine.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Computes the ranges of scenes from the cuts between them. */
final class SceneRanges {
    private SceneRanges() {}

    static List<TimeSpan> between(List<Cut> cuts, Duration length) {
        List<TimeSpan> scenes = new ArrayList<>();
        Duration from = Duration.ZERO;
        for (Cut cut : cuts) {
            if (!cut.insideShot() && cut.at().compareTo(length) < 0) {
                scenes.add(new TimeSpan(from, cut.at()));
                from = cut.at();
            }
        }
        scenes.add(new TimeSpan(from, length));
        return List.copyOf(scenes);
    }
}
