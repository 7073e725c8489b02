package io.retake.engine.agent.read;

import io.retake.core.edit.Edit;
import io.retake.core.edit.Ranges;
import io.retake.core.edit.arrange.Length;
import io.retake.core.edit.arrange.Remove;
import io.retake.core.edit.arrange.Reorder;
import io.retake.core.edit.arrange.Trim;
import io.retake.core.edit.value.Moment;
import io.retake.core.edit.value.Order;
import io.retake.core.edit.value.Range;
import io.retake.core.edit.value.Target;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Rules that keep or remove parts. "Trim the first 10 seconds" removes them; "trim to the first 10 seconds" keeps them,
 * and so does "trim from 2 to 12", as in the canonical sentence. "Cut" and "remove" remove a range.
 */
final class CutRules {
    private CutRules() {}

    static Optional<Reading> read(Slots slots) {
        return EdgeRules.read(slots)
                .or(() -> opening(slots))
                .or(() -> length(slots))
                .or(() -> clip(slots))
                .or(() -> range(slots));
    }

    /** Parses "start at 0:05", "end at 0:25", 从5秒开始. */
    private static Optional<Reading> opening(Slots slots) {
        Optional<Reading> both = bothEnds(slots);
        if (both.isPresent()) {
            return both;
        }
        Optional<Token> stretch = slots.one(Kind.STRETCH);
        if (stretch.isPresent()
                && stretch.get().as(Stretch.class).form() == Stretch.Form.OPEN
                && slots.only(Kind.STRETCH, Kind.TARGET)) {
            return Reading.of(new Trim(slots.from(), slots.to(), slots.target()));
        }
        Optional<Token> at = slots.one(Kind.AT_TIME);
        if (at.isEmpty() || !slots.only(Kind.AT_TIME, Kind.START, Kind.END, Kind.TARGET)) {
            return Optional.empty();
        }
        if (slots.has(Kind.START) == slots.has(Kind.END)) {
            return Optional.empty();
        }
        Moment moment = at.get().as(Moment.class);
        return slots.has(Kind.START)
                ? Reading.of(new Trim(moment, Moment.END, slots.target()))
                : Reading.of(new Trim(Moment.START, moment, slots.target()));
    }

    /** Parses "start at 3 seconds and end at 55", 从3秒开始，到8秒结束. Both times refer to the timeline before the edit. */
    private static Optional<Reading> bothEnds(Slots slots) {
        boolean only = slots.only(
                Kind.STRETCH,
                Kind.AT_TIME,
                Kind.START,
                Kind.END,
                Kind.NUMBER,
                Kind.LENGTH,
                Kind.CLOCK,
                Kind.ORDINAL,
                Kind.TARGET);
        List<Token> starts = slots.all(Kind.START);
        List<Token> ends = slots.all(Kind.END);
        Optional<Token> open =
                slots.one(Kind.STRETCH).filter(t -> t.as(Stretch.class).form() == Stretch.Form.OPEN);
        List<Token> times = slots.all(Kind.AT_TIME, Kind.NUMBER, Kind.LENGTH, Kind.CLOCK);
        Optional<Reading> until = starts.size() == 1 && ends.isEmpty() ? until(slots) : Optional.empty();
        if (only && until.isPresent()) {
            return until;
        }
        boolean opened = open.isPresent() && starts.isEmpty() && times.size() == 1;
        boolean said = open.isEmpty() && !slots.has(Kind.STRETCH) && starts.size() == 1 && times.size() == 2;
        if (!only || ends.size() != 1 || !(opened || said)) {
            return Optional.empty();
        }
        if (said && starts.get(0).start() > ends.get(0).start()) {
            return Optional.empty();
        }
        Optional<Moment> from =
                opened ? Optional.of(open.get().as(Stretch.class).from()) : moment(times.get(0));
        Optional<Moment> to = moment(times.get(times.size() - 1));
        return from.flatMap(f -> to.flatMap(t -> Reading.of(new Trim(f, t, slots.target()))));
    }

    /** Parses "start at 0:02 and stop at 0:09": a range, or a moment and a range that ends. */
    private static Optional<Reading> until(Slots slots) {
        Optional<Token> at = slots.one(Kind.AT_TIME);
        Optional<Stretch> range = slots.one(Kind.STRETCH).map(t -> t.as(Stretch.class));
        boolean whole = at.isEmpty()
                && range.filter(r -> r.form() == Stretch.Form.INTERVAL).isPresent();
        boolean ends = at.isPresent()
                && range.filter(r -> r.from().equals(Moment.START)).isPresent();
        if (!(whole || ends) || slots.has(Kind.NUMBER, Kind.LENGTH, Kind.CLOCK)) {
            return Optional.empty();
        }
        Moment from = whole ? range.get().from() : at.get().as(Moment.class);
        return Reading.of(new Trim(from, range.get().to(), slots.target()));
    }

    /** Returns the moment of a token; a number without a unit next to another time is in seconds. */
    private static Optional<Moment> moment(Token time) {
        return switch (time.kind()) {
            case AT_TIME -> Optional.of(time.as(Moment.class));
            case LENGTH -> Optional.of(Moment.at(time.as(Duration.class)));
            case CLOCK -> Optional.of(Moment.at(time.as(Clock.class).time()));
            default ->
                time.number() >= 0 && time.number() < 100_000
                        ? Optional.of(Moment.at(Duration.ofMillis(Math.round(time.number() * 1000))))
                        : Optional.empty();
        };
    }

    /** Parses "cut it down to 15 seconds", "make it 15 seconds long", 时长改为15秒. */
    private static Optional<Reading> length(Slots slots) {
        Optional<Token> length = slots.one(Kind.LENGTH, Kind.CLOCK);
        boolean only = slots.only(
                Kind.LENGTH,
                Kind.CLOCK,
                Kind.CUT,
                Kind.TRIM,
                Kind.KEEP,
                Kind.LONG,
                Kind.RESIZE,
                Kind.DECREASE,
                Kind.TARGET,
                Kind.FILE);
        if (length.isEmpty() || !only || (slots.has(Kind.RESIZE) && !slots.has(Kind.LONG))) {
            return Optional.empty();
        }
        boolean cut = slots.has(Kind.CUT, Kind.TRIM) && (slots.follows(length.get(), Kind.TO) || slots.has(Kind.LONG));
        boolean made = slots.has(Kind.LONG)
                && !slots.has(Kind.CUT, Kind.TRIM, Kind.KEEP)
                && !slots.follows(length.get(), Kind.BY);
        if (!cut && !made) {
            return Optional.empty();
        }
        Duration duration = length.get().is(Kind.CLOCK)
                ? length.get().as(Clock.class).time()
                : length.get().as(Duration.class);
        return slots.target() instanceof Target.Everything
                ? Reading.of(new Length(duration))
                : Reading.of(new Trim(Moment.START, Moment.at(duration), slots.target()));
    }

    /** Parses "delete clip 2", "keep only clip 1": converts a whole clip to its range on the timeline. */
    private static Optional<Reading> clip(Slots slots) {
        List<Target> scenes = slots.all(Kind.TARGET).stream()
                .map(t -> t.as(Target.class))
                .filter(Target.Scene.class::isInstance)
                .toList();
        if (!scenes.isEmpty()) {
            return scenes(slots, scenes);
        }
        if (slots.all(Kind.TARGET).size() > 1) {
            return clips(slots);
        }
        Optional<Token> token = slots.one(Kind.TARGET);
        if (token.isEmpty() || !slots.only(Kind.TARGET, Kind.REMOVE, Kind.KEEP, Kind.CUT) || slots.has(Kind.ADD)) {
            return Optional.empty();
        }
        boolean keep = slots.has(Kind.KEEP);
        if (keep == slots.has(Kind.REMOVE, Kind.CUT) || !(token.get().value() instanceof Target.Clip clip)) {
            return Optional.empty();
        }
        List<Moment> where = slots.surroundings().clip(clip.number());
        if (where.isEmpty()) {
            return Reading.problem(
                    "cut.no-such-clip", clip.number(), slots.surroundings().clips());
        }
        if (!keep) {
            return Reading.of(removed(slots, clip.number()));
        }
        return slots.surroundings().isJoined(clip.number())
                ? Reading.of(new Reorder(new Order.Listed(List.of(clip.number()))))
                : Reading.of(new Trim(where.get(0), where.get(1), Target.EVERYTHING));
    }

    /** Removes the range of a clip, or only the clip itself if a transition makes other clips visible in that range. */
    private static Edit removed(Slots slots, int clip) {
        List<Moment> where = slots.surroundings().clip(clip);
        return slots.surroundings().isJoined(clip)
                ? new Remove(Moment.START, Moment.END, new Target.Clip(clip))
                : new Remove(where.get(0), where.get(1), Target.EVERYTHING);
    }

    /** Removes the last clip first, because all numbers refer to the timeline before the edit. */
    private static Optional<Reading> clips(Slots slots) {
        List<Integer> numbers = OrderRules.clips(slots.with(slots.all(Kind.TARGET))).stream()
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        boolean there =
                !numbers.isEmpty() && numbers.get(0) <= slots.surroundings().clips();
        if (!there || !slots.has(Kind.REMOVE, Kind.CUT) || !slots.only(Kind.TARGET, Kind.REMOVE, Kind.CUT)) {
            return Optional.empty();
        }
        return Reading.of(numbers.stream().map(n -> removed(slots, n)).toList());
    }

    /**
     * Parses the removal of scenes, one after the other because they keep their numbers, or the keeping of a single
     * one.
     */
    private static Optional<Reading> scenes(Slots slots, List<Target> scenes) {
        boolean whole = slots.only(Kind.TARGET, Kind.REMOVE, Kind.CUT)
                && slots.has(Kind.REMOVE, Kind.CUT)
                && scenes.size() == slots.all(Kind.TARGET).size();
        return whole
                ? Reading.of(scenes.stream()
                        .<Edit>map(scene -> new Remove(Moment.START, Moment.END, scene))
                        .toList())
                : Optional.empty();
    }

    private static Optional<Reading> range(Slots slots) {
        List<Token> stretches = slots.all(Kind.STRETCH);
        boolean only = slots.only(
                Kind.STRETCH,
                Kind.REMOVE,
                Kind.CUT,
                Kind.TRIM,
                Kind.KEEP,
                Kind.LONG,
                Kind.DECREASE,
                Kind.TARGET,
                Kind.FILE);
        if (stretches.isEmpty() || !only || (slots.has(Kind.LONG) && !slots.has(Kind.CUT))) {
            return Optional.empty();
        }
        boolean removes = slots.has(Kind.REMOVE);
        boolean clipped = slots.tokens().get(0).is(Kind.CLIP)
                && slots.tokens().get(0).value().equals("verb");
        boolean cuts = slots.has(Kind.CUT, Kind.TRIM) || clipped;
        boolean keeps = slots.has(Kind.KEEP) || (!removes && cuts && isKept(slots, stretches.get(0)));
        if ((!removes && !cuts && !keeps) || (keeps && removes)) {
            return Optional.empty();
        }
        Target on = slots.target();
        return keeps
                ? Reading.of(new Trim(kept(stretches), on))
                : Reading.of(stretches.stream()
                        .map(s -> s.as(Stretch.class))
                        .sorted(LATEST_FIRST)
                        .<Edit>map(s -> new Remove(s.from(), s.to(), on))
                        .toList());
    }

    private static Ranges kept(List<Token> stretches) {
        return Ranges.of(stretches.stream()
                .map(t -> t.as(Stretch.class))
                .map(s -> new Range(s.from(), s.to()))
                .toList());
    }

    private static boolean isKept(Slots slots, Token stretch) {
        boolean interval = stretch.as(Stretch.class).form() == Stretch.Form.INTERVAL;
        return slots.follows(stretch, Kind.TO) || (slots.has(Kind.TRIM) && interval);
    }

    /** Puts the last range first, because all ranges of a clause refer to the timeline before it. */
    private static final Comparator<Stretch> LATEST_FIRST = Comparator.comparingInt((Stretch s) ->
                    s.from() instanceof Moment.BeforeEnd ? 0 : s.from() instanceof Moment.Fraction ? 1 : 2)
            .thenComparing(
                    s -> s.from() instanceof Moment.At at ? at.offset() : Duration.ZERO, Comparator.reverseOrder());
}
