package io.retake.engine.render;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Numbers as FFmpeg reads them, whatever the machine's language. */
final class Text {
    private Text() {}

    static String number(double value) {
        BigDecimal rounded =
                BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.toPlainString();
    }

    static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toNanos(), 9)
                .setScale(6, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
