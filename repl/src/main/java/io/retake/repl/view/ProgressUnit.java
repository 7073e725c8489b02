package io.retake.repl.view;

import java.time.Duration;
import java.util.Locale;

/** In what something that takes long is counted, and how fast it then goes. */
enum ProgressUnit {
    /** What is sent or received: {@code 12 MB}, {@code 1.2 MB/s}. */
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
    /** What is rendered, in milliseconds of the film: {@code 0:12}; {@code 2.5x} is so many times as fast as it plays. */
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

    /** What is done in a second. */
    abstract String rate(double perSecond);
}
