package io.retake.core.edit;

import io.retake.core.CoreMessages;
import io.retake.core.edit.value.Moment;
import io.retake.core.edit.value.Range;
import io.retake.core.edit.value.RangeList;
import java.util.List;

/**
 * The part of its target that an edit applies to: one range, several, or all but some. Its components are arguments of
 * every {@link Ranged} edit; an edit has at most one of the three.
 */
public record Ranges(
        @Arg(help = "where it begins", byDefault = "the start")
        Moment from,

        @Arg(help = "where it ends, exclusive", byDefault = "the end")
        Moment to,

        @Arg(help = "several ranges, in place of from and to", byDefault = "none")
        RangeList ranges,

        @Arg(help = "everything but these ranges", byDefault = "none")
        RangeList except) {
    /** The whole target. */
    public static final Ranges ALL = of(Moment.START, Moment.END);

    /** Makes a list of one the range that it is; rejects an empty range, and more than one way of saying it. */
    public Ranges {
        boolean one = !Range.ALL.equals(new Range(from, to));
        if ((one ? 1 : 0) + (ranges.isEmpty() ? 0 : 1) + (except.isEmpty() ? 0 : 1) > 1) {
            throw new IllegalArgumentException(CoreMessages.text("range.twice"));
        }
        if (ranges.ranges().size() == 1) {
            from = ranges.ranges().get(0).from();
            to = ranges.ranges().get(0).to();
            ranges = RangeList.NONE;
        }
        if (except.ranges().contains(Range.ALL)) {
            throw new IllegalArgumentException(CoreMessages.text("range.except-all"));
        }
    }

    /** Returns one range. */
    public static Ranges of(Moment from, Moment to) {
        return new Ranges(from, to, RangeList.NONE, RangeList.NONE);
    }

    /** Returns several ranges. */
    public static Ranges of(List<Range> ranges) {
        return new Ranges(Moment.START, Moment.END, new RangeList(ranges), RangeList.NONE);
    }

    /** Returns everything but some ranges. */
    public static Ranges except(List<Range> ranges) {
        return new Ranges(Moment.START, Moment.END, RangeList.NONE, new RangeList(ranges));
    }

    /** Returns whether it is the whole target. */
    public boolean isAll() {
        return equals(ALL);
    }

    /** Returns whether {@link #list} is what is left out. */
    public boolean isExcept() {
        return !except.isEmpty();
    }

    /** Returns the ranges that are named, in the order in which they were given. */
    public List<Range> list() {
        if (isExcept()) {
            return except.ranges();
        }
        return ranges.isEmpty() ? List.of(new Range(from, to)) : ranges.ranges();
    }

    /** Rejects the whole target, for a verb to which it means nothing. */
    public void requireSomething(String verb) {
        if (isAll()) {
            throw new IllegalArgumentException(CoreMessages.text("range.missing", verb, verb));
        }
    }
}
