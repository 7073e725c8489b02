package io.retake.core.edit.value;

import io.retake.core.CoreMessages;
import java.time.Duration;

/**
 * A point on a timeline: counted from its start or its end, or as a share of its length. Precise to the millisecond, as
 * on the wire.
 */
public sealed interface Moment {

    /** The start of the timeline. */
    Moment START = new At(Duration.ZERO);

    /** The end of the timeline. */
    Moment END = new BeforeEnd(Duration.ZERO);

    /** Returns the time on a timeline of this length; may be outside it. */
    Duration on(Duration length);

    /**
     * Returns the canonical text, as in a sentence: {@code 0:12.5}, {@code 0:05 before the end}, {@code 1/3 of the
     * way}.
     */
    String text();

    /** A time after the start. */
    record At(Duration offset) implements Moment {
        /** Truncates to whole milliseconds; rejects a negative time. */
        public At {
            offset = checked(offset);
        }

        @Override
        public Duration on(Duration length) {
            return offset;
        }

        @Override
        public String text() {
            return offset.isZero() ? "the start" : Times.write(offset);
        }
    }

    /** A time before the end. */
    record BeforeEnd(Duration offset) implements Moment {
        /** Truncates to whole milliseconds; rejects a negative time. */
        public BeforeEnd {
            offset = checked(offset);
        }

        @Override
        public Duration on(Duration length) {
            return length.minus(offset);
        }

        @Override
        public String text() {
            return offset.isZero() ? "the end" : Times.write(offset) + " before the end";
        }
    }

    /** A share of the length: {@code Fraction(1, 3)} is the end of the first third. */
    record Fraction(int parts, int of) implements Moment {
        /** Checks the range 0 to 1. */
        public Fraction {
            if (of < 1 || of > 1000 || parts < 0 || parts > of) {
                throw new IllegalArgumentException(CoreMessages.text("value.fraction", parts, of));
            }
        }

        @Override
        public Duration on(Duration length) {
            return length.multipliedBy(parts).dividedBy(of);
        }

        @Override
        public String text() {
            return parts + "/" + of + " of the way";
        }
    }

    /** Returns the moment at an offset from the start. */
    static Moment at(Duration offset) {
        return new At(offset);
    }

    private static Duration checked(Duration offset) {
        if (offset.isNegative()) {
            throw new IllegalArgumentException(CoreMessages.text("value.negative-time", Times.write(offset)));
        }
        return Duration.ofMillis(offset.toMillis());
    }

    /**
     * Rejects a range that evidently ends before it begins; ranges that depend on the length are checked when applied.
     */
    static void requireOrder(Moment from, Moment to) {
        boolean wrong =
                (from instanceof At a && to instanceof At b && a.offset().compareTo(b.offset()) >= 0)
                        || (from instanceof BeforeEnd c
                                && to instanceof BeforeEnd d
                                && c.offset().compareTo(d.offset()) <= 0);
        if (wrong) {
            throw new IllegalArgumentException(CoreMessages.text("range.empty", from.text(), to.text()));
        }
    }
}
