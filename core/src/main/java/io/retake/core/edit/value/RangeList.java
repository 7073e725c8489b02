package io.retake.core.edit.value;

import io.retake.core.CoreMessages;
import java.util.List;
import java.util.stream.Collectors;

/** Ranges of one target, none of which overlaps another. */
public record RangeList(List<Range> ranges) {
    /** No range. */
    public static final RangeList NONE = new RangeList(List.of());

    /** Copies; rejects ranges that evidently overlap. Those that depend on the length are checked when applied. */
    public RangeList {
        ranges = List.copyOf(ranges);
        for (int i = 0; i < ranges.size(); i++) {
            for (Range later : ranges.subList(i + 1, ranges.size())) {
                if (ranges.get(i).overlaps(later)) {
                    throw new IllegalArgumentException(
                            CoreMessages.text("range.overlap", ranges.get(i).text(), later.text()));
                }
            }
        }
    }

    /** Returns whether there is no range. */
    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** Returns the canonical text: {@code 0:02-0:05, 0:10-0:12}. */
    public String text() {
        return ranges.isEmpty() ? "none" : ranges.stream().map(Range::text).collect(Collectors.joining(", "));
    }
}
