package io.retake.core.edit.value;

/** A range between two moments, the end exclusive. */
public record Range(Moment from, Moment to) {
    /** The whole of a target. */
    public static final Range ALL = new Range(Moment.START, Moment.END);

    /** Rejects a range that evidently ends before it begins. */
    public Range {
        Moment.requireOrder(from, to);
    }

    /** Returns the canonical text: {@code 0:02-0:05}. */
    public String text() {
        return text(from) + "-" + text(to);
    }

    private static String text(Moment moment) {
        return moment.equals(Moment.START) ? "0:00" : moment.text();
    }

    /** Returns whether both evidently have a moment in common. */
    boolean overlaps(Range other) {
        return isBefore(from, other.to) && isBefore(other.from, to);
    }

    private static boolean isBefore(Moment a, Moment b) {
        return (a instanceof Moment.At first
                        && b instanceof Moment.At second
                        && first.offset().compareTo(second.offset()) < 0)
                || (a instanceof Moment.BeforeEnd last
                        && b instanceof Moment.BeforeEnd end
                        && last.offset().compareTo(end.offset()) > 0);
    }
}
