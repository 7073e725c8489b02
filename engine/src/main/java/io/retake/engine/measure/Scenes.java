package io.retake.engine.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Shots from cuts. */
final class Scenes {
    private Scenes() {}

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
