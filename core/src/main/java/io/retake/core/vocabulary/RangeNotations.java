package io.retake.core.vocabulary;

import io.retake.core.CoreMessages;
import io.retake.core.edit.Ranges;
import io.retake.core.edit.value.Range;
import io.retake.core.edit.value.RangeList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Notations for ranges: those of a sentence, and lists of them. */
final class RangeNotations {
    private static final String MOMENT = "(?:" + Notations.MOMENT_PATTERN + ")";
    private static final String SPAN = "(?:from )?" + MOMENT + " to " + MOMENT;
    private static final String BETWEEN = "(?:, and |, | and )";
    private static final String EXCEPT = "except ";
    private static final String LISTED = MOMENT + "-" + MOMENT;
    private static final Pattern DASH = Pattern.compile("[-–—]| to ");

    /** A list in a script or JSON: {@code 0:02-0:05, 0:10-0:12}. */
    static final Notation<RangeList> LIST = new Notation<>(
            RangeList.class,
            CoreMessages.text("hint.ranges"),
            LISTED + "(?:, " + LISTED + ")*",
            RangeList::text,
            RangeNotations::readList,
            list -> list.ranges().stream()
                    .map(range -> "'" + range.text() + "'")
                    .toList()
                    .toString(),
            RangeNotations::fromList);

    /** The part of a target in a sentence: {@code from 0:02 to 0:05 and 0:10 to 0:12}, {@code except from …}. */
    static final Notation<Ranges> PART = new Notation<>(
            Ranges.class,
            CoreMessages.text("hint.ranges"),
            "(?:" + EXCEPT + ")?" + SPAN + "(?:" + BETWEEN + SPAN + ")*",
            RangeNotations::write,
            RangeNotations::read,
            ranges -> "'" + write(ranges) + "'",
            given -> Optional.empty());

    private RangeNotations() {}

    private static String write(Ranges ranges) {
        List<String> spans = ranges.list().stream()
                .map(range -> range.from().text() + " to " + range.to().text())
                .toList();
        int last = spans.size() - 1;
        String all = last == 0 ? spans.get(0) : String.join(", ", spans.subList(0, last)) + " and " + spans.get(last);
        return (ranges.isExcept() ? EXCEPT : "") + "from " + all;
    }

    private static Optional<Ranges> read(String text) {
        boolean except = text.startsWith(EXCEPT);
        String spans = except ? text.substring(EXCEPT.length()) : text;
        return ranges(Arrays.stream(spans.split(BETWEEN))
                        .map(span -> span.replaceFirst("^from ", ""))
                        .toList())
                .map(list -> except ? Ranges.except(list) : Ranges.of(list));
    }

    private static Optional<RangeList> readList(String text) {
        return text.equals("none")
                ? Optional.of(RangeList.NONE)
                : ranges(Arrays.stream(text.split(",")).map(String::strip).toList())
                        .map(RangeList::new);
    }

    private static Optional<RangeList> fromList(Object given) {
        if (!(given instanceof List<?> list)
                || list.isEmpty()
                || !list.stream().allMatch(CharSequence.class::isInstance)) {
            return Optional.empty();
        }
        return readList(list.stream().map(Object::toString).collect(Collectors.joining(",")));
    }

    private static Optional<List<Range>> ranges(List<String> texts) {
        List<Range> ranges = new ArrayList<>();
        for (String text : texts) {
            String[] ends = DASH.split(text, -1);
            if (ends.length != 2) {
                return Optional.empty();
            }
            Optional<Range> range = Notations.MOMENT
                    .read()
                    .apply(ends[0].strip())
                    .flatMap(from ->
                            Notations.MOMENT.read().apply(ends[1].strip()).map(to -> new Range(from, to)));
            if (range.isEmpty()) {
                return Optional.empty();
            }
            ranges.add(range.get());
        }
        return Optional.of(ranges);
    }
}
