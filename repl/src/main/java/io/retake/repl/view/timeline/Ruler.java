package io.retake.repl.view.timeline;

import io.retake.core.edit.value.Times;
import io.retake.repl.view.Role;
import java.time.Duration;

/** Draws the ruler above the tracks: a tick at each round time, followed by its timecode. */
final class Ruler {
    private static final long[] STEPS_MS = {
        1,
        2,
        5,
        10,
        20,
        50,
        100,
        200,
        500,
        1000,
        2000,
        5000,
        10_000,
        15_000,
        30_000,
        60_000,
        120_000,
        300_000,
        600_000,
        900_000,
        1_800_000,
        3_600_000,
        7_200_000,
        21_600_000,
        43_200_000,
        86_400_000
    };
    /** Columns between a timecode and the next tick. */
    private static final int GAP = 2;

    private Ruler() {}

    static Row of(Scale scale, String tick) {
        Row row = new Row(scale.cells());
        long step = step(scale);
        long end = scale.fromMs() + scale.lengthMs();
        for (long ms = (scale.fromMs() + step - 1) / step * step; ms <= end; ms += step) {
            String code = tick + Times.write(Duration.ofMillis(ms));
            if (scale.cell(ms) + code.length() <= scale.cells()) {
                row.text(scale.cell(ms), code, Role.ASIDE);
            }
        }
        return row;
    }

    /** Returns the smallest round step whose timecodes don't touch. */
    private static long step(Scale scale) {
        for (long step : STEPS_MS) {
            long last = (scale.fromMs() + scale.lengthMs()) / step * step;
            int label = 1 + longest(last, step);
            if ((double) step * scale.cells() / scale.lengthMs() >= label + GAP) {
                return step;
            }
        }
        return STEPS_MS[STEPS_MS.length - 1];
    }

    /** Returns the length of the longest timecode: one of the last two, since only some have a fraction. */
    private static int longest(long lastMs, long step) {
        return Math.max(
                Times.write(Duration.ofMillis(lastMs)).length(),
                Times.write(Duration.ofMillis(Math.max(0, lastMs - step))).length());
    }
}
