package io.retake.engine.agent.read;

import io.retake.core.edit.value.Moment;
import io.retake.engine.agent.read.Phrases.Found;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Parses times and ranges in all usual notations. Each method reads from an index and returns the index after the
 * phrase.
 */
final class TimePhrases {
    /** The longest time accepted, longer than any film: larger numbers are typing errors, and sums can't overflow. */
    private static final double MOST_MS = 7 * 24 * 3_600_000.0;

    private final List<Token> tokens;

    TimePhrases(List<Token> tokens) {
        this.tokens = tokens;
    }

    private boolean at(int index, Kind... kinds) {
        return index < tokens.size() && tokens.get(index).is(kinds);
    }

    private int past(int index) {
        int next = index;
        while (at(next, Kind.FILLER, Kind.ARTICLE)) {
            next++;
        }
        return next;
    }

    private int pastGlue(int index) {
        int next = index;
        while (at(next, Kind.FILLER, Kind.ARTICLE, Kind.GLUE)) {
            next++;
        }
        return next;
    }

    static int unitMs(Token unit) {
        return switch (unit.text()) {
            case "ms" -> 1;
            case "s" -> 1000;
            case "min" -> 60_000;
            default -> 3_600_000;
        };
    }

    private static Optional<Found<Duration>> duration(double ms, int next) {
        return ms >= 0 && ms <= MOST_MS
                ? Optional.of(new Found<>(Duration.ofMillis(Math.round(ms)), next))
                : Optional.empty();
    }

    /** Parses 8 s, 1m20s, 0:30, half a minute, one and a half seconds, a minute and a half, 一分半. */
    Optional<Found<Duration>> length(int start) {
        int from = start;
        if (at(from, Kind.CLOCK)) {
            return Optional.of(new Found<>(tokens.get(from).as(Clock.class).time(), from + 1));
        }
        if (at(from, Kind.HALF) && at(past(from + 1), Kind.UNIT)) {
            int unit = past(from + 1);
            return duration(unitMs(tokens.get(unit)) / 2.0, unit + 1);
        }
        boolean one = at(from, Kind.ARTICLE) && at(from + 1, Kind.UNIT) && !at(past(from + 2), Kind.HALF, Kind.CLIP);
        if (one) {
            return more(unitMs(tokens.get(from + 1)), from + 1);
        }
        if (!at(from, Kind.NUMBER)) {
            return Optional.empty();
        }
        double number = tokens.get(from).number();
        int unit = past(from + 1);
        if (at(unit, Kind.AND) && at(past(unit + 1), Kind.HALF)) {
            number += 0.5;
            unit = past(past(unit + 1) + 1);
        }
        return at(unit, Kind.UNIT) ? more(number * unitMs(tokens.get(unit)), unit) : Optional.empty();
    }

    /** Parses an optional addition to the first unit: a smaller unit with its number, or a half. */
    private Optional<Found<Duration>> more(double ms, int unit) {
        int next = unit + 1;
        int half = at(past(next), Kind.AND) ? past(past(next) + 1) : next;
        if (at(half, Kind.HALF) && !at(past(half + 1), Kind.UNIT, Kind.SPEED)) {
            return duration(ms + unitMs(tokens.get(unit)) / 2.0, half + 1);
        }
        int smaller = at(past(next), Kind.AND) ? past(past(next) + 1) : next;
        if (at(smaller, Kind.NUMBER)
                && at(smaller + 1, Kind.UNIT)
                && unitMs(tokens.get(smaller + 1)) < unitMs(tokens.get(unit))) {
            return more(ms + tokens.get(smaller).number() * unitMs(tokens.get(smaller + 1)), smaller + 1);
        }
        return duration(ms, next);
    }

    /** One end of a range: a moment, or a number whose unit is at the other end. */
    private record Edge(Optional<Moment> moment, double number, int next) {}

    private Optional<Edge> edge(int start) {
        int from = pastGlue(start);
        while (at(from, Kind.ORDINAL)) {
            from++;
        }
        Optional<Found<Duration>> length = length(from);
        if (length.isPresent()) {
            return Optional.of(beforeEnd(length.get()));
        }
        if (at(from, Kind.START)) {
            return Optional.of(new Edge(Optional.of(Moment.START), 0, from + 1));
        }
        if (at(from, Kind.END) || (at(from, Kind.LAST) && !at(past(from + 1), Kind.NUMBER, Kind.HALF))) {
            return Optional.of(new Edge(Optional.of(Moment.END), 0, from + 1));
        }
        if (at(from, Kind.MIDDLE)) {
            return Optional.of(new Edge(Optional.of(new Moment.Fraction(1, 2)), 0, from + 1));
        }
        return at(from, Kind.NUMBER) && tokens.get(from).number() >= 0
                ? Optional.of(new Edge(Optional.empty(), tokens.get(from).number(), from + 1))
                : Optional.empty();
    }

    private Edge beforeEnd(Found<Duration> length) {
        int before = past(length.next());
        int end = past(before + 1);
        return at(before, Kind.BEFORE) && at(end, Kind.END)
                ? new Edge(Optional.of(new Moment.BeforeEnd(length.value())), 0, end + 1)
                : new Edge(Optional.of(Moment.at(length.value())), 0, length.next());
    }

    Optional<Found<Stretch>> stretch(int start) {
        return share(start)
                .or(() -> side(start))
                .or(() -> interval(start))
                .or(() -> after(start))
                .or(() -> before(start));
    }

    /** Parses "the first third", "the second half", 后半段, 前三分之一. */
    private Optional<Found<Stretch>> share(int start) {
        boolean first = at(start, Kind.FIRST);
        boolean last = at(start, Kind.LAST);
        boolean middle = at(start, Kind.MIDDLE);
        boolean ordinal = at(start, Kind.ORDINAL)
                || (at(start, Kind.UNIT) && tokens.get(start).value().equals("s"));
        if (!first && !last && !middle && !ordinal) {
            return Optional.empty();
        }
        Optional<Found<Integer>> parts = parts(past(start + 1));
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        int of = parts.get().value();
        int which = first
                ? 0
                : last
                        ? of - 1
                        : middle
                                ? of / 2
                                : at(start, Kind.UNIT) ? 1 : tokens.get(start).as(Integer.class) - 1;
        if (which < 0 || which >= of || (middle && of % 2 == 0)) {
            return Optional.empty();
        }
        Moment from = which == 0 ? Moment.START : new Moment.Fraction(which, of);
        Moment to = which == of - 1 ? Moment.END : new Moment.Fraction(which + 1, of);
        return Optional.of(new Found<>(
                new Stretch(from, to, Stretch.Form.EDGE), parts.get().next()));
    }

    private Optional<Found<Integer>> parts(int from) {
        if (at(from, Kind.HALF)) {
            return at(past(from + 1), Kind.UNIT) ? Optional.empty() : Optional.of(new Found<>(2, from + 1));
        }
        if (at(from, Kind.FRACTION)) {
            return Optional.of(new Found<>(tokens.get(from).as(Integer.class), from + 1));
        }
        boolean spoken = at(from, Kind.NUMBER) && at(from + 1, Kind.PARTS_OF) && at(from + 2, Kind.NUMBER);
        if (spoken && tokens.get(from + 2).number() == 1 && tokens.get(from).number() >= 2) {
            return Optional.of(new Found<>((int) Math.min(100, tokens.get(from).number()), from + 3));
        }
        return Optional.empty();
    }

    /** Returns one unit, as in "the last second", "the first minute". */
    private Optional<Found<Duration>> one(int unit) {
        return at(unit, Kind.UNIT) && !at(past(unit + 1), Kind.HALF, Kind.FRACTION)
                ? duration(unitMs(tokens.get(unit)), unit + 1)
                : Optional.empty();
    }

    /** Parses "the first 10 seconds", "the last two minutes", "the last second", 开头3秒. */
    private Optional<Found<Stretch>> side(int start) {
        if (!at(start, Kind.FIRST, Kind.LAST, Kind.START, Kind.END)
                || tokens.get(start).value().equals("frame")) {
            return Optional.empty();
        }
        int after = past(start + 1);
        Optional<Found<Duration>> length = length(after).or(() -> one(after));
        if (length.isEmpty()) {
            return Optional.empty();
        }
        Duration time = length.get().value();
        boolean first = at(start, Kind.FIRST, Kind.START);
        Stretch stretch = first
                ? new Stretch(Moment.START, Moment.at(time), Stretch.Form.EDGE)
                : new Stretch(new Moment.BeforeEnd(time), Moment.END, Stretch.Form.EDGE);
        return Optional.of(new Found<>(stretch, length.get().next()));
    }

    /** Parses "from 3 to 7", "between 2 and 4 s", 10-25, "0:03 until the end", 从3秒到7秒. */
    private Optional<Found<Stretch>> interval(int start) {
        boolean marked = at(start, Kind.FROM, Kind.BETWEEN);
        Optional<Edge> first = edge(marked ? start + 1 : start);
        if (first.isEmpty() || (!marked && at(start, Kind.FILLER, Kind.ARTICLE, Kind.GLUE))) {
            return Optional.empty();
        }
        int join = past(first.get().next());
        boolean joined = at(join, Kind.TO, Kind.DASH, Kind.THROUGH) || (at(start, Kind.BETWEEN) && at(join, Kind.AND));
        Optional<Edge> second = joined ? edge(join + 1) : Optional.empty();
        return second.flatMap(s -> interval(first.get(), s));
    }

    private Optional<Found<Stretch>> interval(Edge first, Edge second) {
        if (at(second.next(), Kind.PERCENT_SIGN, Kind.DECIBEL_SIGN, Kind.TIMES, Kind.LINES_SIGN)) {
            return Optional.empty();
        }
        // "3 to 7 s" and "3 to 7" have seconds at both ends; "1 to 2 minutes" has minutes.
        int unit = second.moment().isPresent() && at(second.next() - 1, Kind.UNIT)
                ? unitMs(tokens.get(second.next() - 1))
                : 1000;
        Optional<Moment> from = moment(first, unit);
        Optional<Moment> to = moment(second, 1000);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Found<>(new Stretch(from.get(), to.get(), Stretch.Form.INTERVAL), second.next()));
    }

    private static Optional<Moment> moment(Edge edge, int unitMs) {
        return edge.moment().or(() -> duration(edge.number() * unitMs, 0).map(f -> Moment.at(f.value())));
    }

    /** Parses "after 0:30", "from 5 s on", 10秒之后, 从5秒开始. */
    private Optional<Found<Stretch>> after(int start) {
        Optional<Found<Stretch>> side = at(start, Kind.AFTER) ? side(past(start + 1)) : Optional.empty();
        if (side.isPresent() && side.get().value().from().equals(Moment.START)) {
            // "After the first minute" begins at its end.
            Moment edge = side.get().value().to();
            return Optional.of(new Found<>(
                    new Stretch(edge, Moment.END, Stretch.Form.EDGE), side.get().next()));
        }
        boolean word = at(start, Kind.AFTER);
        boolean from = at(start, Kind.FROM);
        Optional<Edge> edge = word || from || at(start, Kind.NUMBER, Kind.CLOCK, Kind.HALF, Kind.ORDINAL)
                ? edge(word || from ? start + 1 : start)
                : Optional.empty();
        if (edge.isEmpty() || edge.get().moment().isEmpty()) {
            return Optional.empty();
        }
        int next = edge.get().next();
        boolean suffix = at(next, Kind.AFTER, Kind.LAST);
        boolean begins = from && at(next, Kind.START);
        if (!word && !suffix && !begins) {
            return Optional.empty();
        }
        Stretch stretch =
                new Stretch(edge.get().moment().get(), Moment.END, begins ? Stretch.Form.OPEN : Stretch.Form.EDGE);
        return Optional.of(new Found<>(stretch, word ? next : next + 1));
    }

    /** Parses "before 0:10", "until 0:10", 10秒之前. */
    private Optional<Found<Stretch>> before(int start) {
        Optional<Found<Stretch>> side = at(start, Kind.BEFORE) ? side(past(start + 1)) : Optional.empty();
        if (side.isPresent() && side.get().value().to().equals(Moment.END)) {
            Moment edge = side.get().value().from();
            return Optional.of(new Found<>(
                    new Stretch(Moment.START, edge, Stretch.Form.EDGE),
                    side.get().next()));
        }
        boolean word = at(start, Kind.BEFORE, Kind.THROUGH);
        Optional<Edge> edge = word || at(start, Kind.NUMBER, Kind.CLOCK, Kind.HALF, Kind.ORDINAL)
                ? edge(word ? start + 1 : start)
                : Optional.empty();
        if (edge.isEmpty() || edge.get().moment().isEmpty()) {
            return Optional.empty();
        }
        int next = edge.get().next();
        if (!word && !at(next, Kind.BEFORE, Kind.FIRST)) {
            return Optional.empty();
        }
        Stretch stretch = new Stretch(Moment.START, edge.get().moment().get(), Stretch.Form.EDGE);
        return Optional.of(new Found<>(stretch, word ? next : next + 1));
    }
}
