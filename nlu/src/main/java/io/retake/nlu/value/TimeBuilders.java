package io.retake.nlu.value;

import static io.retake.nlu.value.Builders.number;

import io.retake.core.edit.value.Moment;
import io.retake.core.edit.value.Times;
import io.retake.nlu.situation.Situation;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Builders of lengths, points in time and ranges. */
final class TimeBuilders {
    private TimeBuilders() {}

    static void addTo(Map<String, Builder> all) {
        all.put("hours", (n, s) -> Optional.of(seconds(number(n.get(0)) * 3600)));
        all.put("minutes", (n, s) -> Optional.of(seconds(number(n.get(0)) * 60)));
        all.put("seconds", (n, s) -> Optional.of(seconds(number(n.get(0)))));
        all.put("ms", (n, s) -> Optional.of(seconds(number(n.get(0)) / 1000)));
        all.put(
                "mmss",
                (n, s) -> Optional.of(seconds(60 * number(n.get(0))
                        + n.stream().skip(1).mapToDouble(Builders::number).sum())));
        all.put("plus", (n, s) -> Optional.of(length(n.get(0)).plus(length(n.get(1)))));
        all.put("plus-seconds", (n, s) -> Optional.of(length(n.get(0)).plus(seconds(number(n.get(1))))));
        all.put("plus-half", (n, s) -> Optional.of(halfMore(length(n.get(0)))));
        all.put("later", (n, s) -> Optional.of("+" + Times.writeLength(length(n.get(0)))));
        all.put("earlier", (n, s) -> Optional.of("-" + Times.writeLength(length(n.get(0)))));
        all.put("plus-length", (n, s) -> Optional.of("+" + Times.writeLength(length(n.get(0)))));
        all.put("minus-length", (n, s) -> Optional.of("-" + Times.writeLength(length(n.get(0)))));
        all.put("clock", (n, s) -> Times.read(clock(n.get(0).toString())).map(d -> d));
        all.put("at", (n, s) -> Optional.of(moment(n.get(0))));
        all.put("before-end", (n, s) -> Optional.of(new Moment.BeforeEnd(length(n.get(0)))));
        all.put("start", (n, s) -> Optional.of(Moment.START));
        all.put("end", (n, s) -> Optional.of(Moment.END));
        all.put("middle", (n, s) -> Optional.of(new Moment.Fraction(1, 2)));
        all.put("between", (n, s) -> Optional.of(span(moment(n.get(0)), moment(n.get(1)))));
        all.put("between-bare", (n, s) -> Optional.of(bare(number(n.get(0)), length(n.get(1)))));
        all.put("from", (n, s) -> Optional.of(span(moment(n.get(0)), Moment.END)));
        all.put("until", (n, s) -> Optional.of(span(Moment.START, moment(n.get(0)))));
        all.put("head-number", (n, s) -> several(n.get(0)).map(l -> span(Moment.START, Moment.at(l))));
        all.put("tail-number", (n, s) -> several(n.get(0)).map(l -> span(new Moment.BeforeEnd(l), Moment.END)));
        all.put("head", (n, s) -> Optional.of(span(Moment.START, Moment.at(length(n.get(0))))));
        all.put("tail", (n, s) -> Optional.of(span(new Moment.BeforeEnd(length(n.get(0))), Moment.END)));
        all.put("for", (n, s) -> Optional.of(lasting(moment(n.get(0)), length(n.get(1)))));
        all.put("for-before", (n, s) -> Optional.of(lasting(moment(n.get(1)), length(n.get(0)))));
        all.put("first-part", (n, s) -> Optional.of(share(0, 1, (int) number(n.get(0)))));
        all.put("last-part", (n, s) -> {
            int parts = (int) number(n.get(0));
            return Optional.of(share(parts - 1, parts, parts));
        });
        all.put("nth-part", (n, s) -> nth((int) number(n.get(0)), (int) number(n.get(1))));
        all.put("middle-part", (n, s) -> Optional.of(middle((int) number(n.get(0)))));
        all.put("bare-span", (n, s) -> bareSpan(number(n.get(0)), number(n.get(1)), s));
        all.put("head-of", (n, s) -> headOf(length(n.get(0)), (Part) n.get(1)));
        all.put("tail-of", (n, s) -> tailOf(length(n.get(0)), (Part) n.get(1)));
        all.put("of-head", (n, s) -> headOf(length(n.get(1)), (Part) n.get(0)));
        all.put("of-tail", (n, s) -> tailOf(length(n.get(1)), (Part) n.get(0)));
        all.put("first-part-of", (n, s) -> partOf(0, 1, (int) number(n.get(0)), (Part) n.get(1)));
        all.put("last-part-of", (n, s) -> {
            int parts = (int) number(n.get(0));
            return partOf(parts - 1, parts, parts, (Part) n.get(1));
        });
        all.put("whole-part", (n, s) -> whole((Part) n.get(0)).map(p -> p));
        all.put("part-start", (n, s) -> whole((Part) n.get(0)).map(Span::from));
        all.put("part-end", (n, s) -> whole((Part) n.get(0)).map(Span::to));
        all.put(
                "where",
                (n, s) -> s.effects().stream()
                        .filter(e -> e.name().equals(n.get(0).toString()))
                        .reduce((earlier, later) -> later)
                        .map(e -> new Span(Moment.at(e.from()), Moment.at(e.to()))));
    }

    /** "The first 5" counts seconds; "the last one" is none. */
    private static Optional<Duration> several(Object number) {
        return number(number) < 2 ? Optional.empty() : Optional.of(seconds(number(number)));
    }

    private static Duration seconds(double seconds) {
        if (seconds > 360_000) {
            throw new IllegalArgumentException("a time beyond 100 hours");
        }
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    /** "Two minutes and a half" is 2:30, "a second and a half" 1.5 s. */
    private static Duration halfMore(Duration whole) {
        return whole.toSeconds() % 3600 == 0
                ? whole.plusMinutes(30)
                : whole.toSeconds() % 60 == 0 ? whole.plusSeconds(30) : whole.plusMillis(500);
    }

    private static String clock(String digits) {
        String[] parts = digits.split(":", -1);
        String last = parts[parts.length - 1];
        return last.length() == 1 ? digits.substring(0, digits.length() - 1) + "0" + last : digits;
    }

    /** A bare number counts seconds. */
    private static Duration length(Object value) {
        return value instanceof Duration length ? length : seconds(number(value));
    }

    static Moment moment(Object value) {
        return value instanceof Moment moment
                ? moment
                : value instanceof Duration length ? Moment.at(length) : Moment.at(seconds(number(value)));
    }

    private static Span span(Moment from, Moment to) {
        Moment.requireOrder(from, to);
        return new Span(from, to);
    }

    /** "2 to 6 seconds", "1 to 2 minutes": the first number has the unit of the second. */
    private static Span bare(double first, Duration second) {
        boolean minutes = second.toMillis() % 60_000 == 0 && second.toMinutes() > first;
        return span(Moment.at(seconds(minutes ? first * 60 : first)), Moment.at(second));
    }

    private static Span lasting(Moment start, Duration length) {
        if (start instanceof Moment.At at) {
            return span(start, Moment.at(at.offset().plus(length)));
        }
        Duration before = ((Moment.BeforeEnd) start).offset().minus(length);
        return span(start, new Moment.BeforeEnd(before));
    }

    private static Span share(int from, int to, int of) {
        return new Span(
                from == 0 ? Moment.START : new Moment.Fraction(from, of),
                to == of ? Moment.END : new Moment.Fraction(to, of));
    }

    /** "The second quarter": one of equal parts. */
    private static Optional<Object> nth(int part, int of) {
        return part < 1 || part > of ? Optional.empty() : Optional.of(share(part - 1, part, of));
    }

    /** The middle third is the second one, the middle half the second and third quarter. */
    private static Span middle(int of) {
        return of % 2 == 1 ? share(of / 2, of / 2 + 1, of) : share(of / 2, 3 * of / 2, 2 * of);
    }

    /** "3 through 7" are seconds only where there can't be so many clips or scenes. */
    private static Optional<Object> bareSpan(double from, double to, Situation situation) {
        boolean countable = to <= Math.max(situation.clips().size(), situation.scenes());
        return countable || from >= to ? Optional.empty() : Optional.of(span(moment(from), moment(to)));
    }

    private static Optional<Object> headOf(Duration length, Part part) {
        return whole(part)
                .filter(w -> w.from() instanceof Moment.At)
                .map(w ->
                        span(w.from(), Moment.at(((Moment.At) w.from()).offset().plus(length))));
    }

    private static Optional<Object> tailOf(Duration length, Part part) {
        return whole(part)
                .filter(w -> w.to() instanceof Moment.At)
                .map(w -> span(Moment.at(((Moment.At) w.to()).offset().minus(length)), w.to()));
    }

    private static Optional<Object> partOf(int from, int to, int of, Part part) {
        if (part.kind() == PartKind.EVERYTHING || part.kind() == PartKind.IT) {
            return Optional.of(share(from, to, of));
        }
        return whole(part)
                .filter(w -> w.from() instanceof Moment.At && w.to() instanceof Moment.At)
                .map(w -> {
                    Duration start = ((Moment.At) w.from()).offset();
                    Duration length = ((Moment.At) w.to()).offset().minus(start);
                    return span(
                            Moment.at(start.plus(length.multipliedBy(from).dividedBy(of))),
                            Moment.at(start.plus(length.multipliedBy(to).dividedBy(of))));
                });
    }

    private static Optional<Span> whole(Part part) {
        return part.spans().size() == 1 ? Optional.of(part.spans().get(0)) : Optional.empty();
    }
}
