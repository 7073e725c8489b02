package io.retake.repl.view;

import java.time.Duration;
import java.util.Locale;

/** The unit of a transfer's amount and rate. */
enum ProgressUnit {
    /** Bytes sent or received: {@code 12 MB}, {@code 1.2 MB/s}. */
    BYTES {
        @Override
        String amount(long bytes) {
            return Amounts.bytes(bytes);
        }

        @Override
        String rate(double bytes) {
            return Amounts.bytes(Math.round(bytes)) + "/s";
        }
    },
    /** Milliseconds of rendered film: {@code 0:12}; the rate {@code 2.5x} is a multiple of playback speed. */
    PLAYING {
        @Override
        String amount(long millis) {
            return Amounts.clock(Duration.ofMillis(millis));
        }

        @Override
        String rate(double millis) {
            return String.format(Locale.ROOT, millis < 9_950 ? "%.1fx" : "%.0fx", millis / 1000);
        }
    };

    abstract String amount(long count);

    /** Formats an amount per second. */
    abstract String rate(double perSecond);
}
