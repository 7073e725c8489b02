package io.retake.engine.filter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Numbers as FFmpeg reads them, whatever the machine's language. */
public final class FilterNumbers {
    private FilterNumbers() {}

    /** Returns the number, rounded to six digits after the point. */
    public static String number(double value) {
        BigDecimal rounded =
                BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.toPlainString();
    }

    /** Returns the time in seconds, to the microsecond. */
    public static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toNanos(), 9)
                .setScale(6, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
