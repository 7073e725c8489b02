package io.retake.engine.agent.read;

import io.retake.core.edit.Edit;
import io.retake.core.edit.arrange.Append;
import io.retake.core.edit.arrange.Freeze;
import io.retake.core.edit.arrange.Insert;
import io.retake.core.edit.arrange.Repeat;
import io.retake.core.edit.arrange.Reverse;
import io.retake.core.edit.arrange.Split;
import io.retake.core.edit.picture.Transition;
import io.retake.core.edit.session.FindScenes;
import io.retake.core.edit.value.Joint;
import io.retake.core.edit.value.Moment;
import io.retake.core.edit.value.Target;
import io.retake.core.edit.value.TransitionKind;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Rules that add, split and join clips, and that freeze or reverse time. */
final class ClipRules {
    private static final Duration USUAL_JOIN = Duration.ofSeconds(1);
    private static final Duration USUAL_HOLD = Duration.ofSeconds(2);

    private ClipRules() {}

    static Optional<Reading> split(Slots slots) {
        boolean asked = slots.has(Kind.SPLIT) || (slots.has(Kind.CUT) && slots.has(Kind.AT_TIME));
        if (!asked
                || !slots.only(
                        Kind.SPLIT,
                        Kind.ADD,
                        Kind.CUT,
                        Kind.AT_TIME,
                        Kind.LENGTH,
                        Kind.ORDINAL,
                        Kind.MIDDLE,
                        Kind.HALF)) {
            return Optional.empty();
        }
        boolean half = slots.has(Kind.SPLIT) && slots.has(Kind.HALF, Kind.MIDDLE);
        Optional<Moment> at = half ? Optional.of(new Moment.Fraction(1, 2)) : moment(slots);
        return slots.all(Kind.AT_TIME, Kind.LENGTH, Kind.HALF, Kind.MIDDLE).size() == 1
                ? at.flatMap(a -> Reading.of(new Split(a)))
                : Optional.empty();
    }

    /** Returns a moment: "at 0:05", "on 0:05", and 第5秒, where the ordinal makes it a moment. */
    static Optional<Moment> moment(Slots slots) {
        Optional<Token> at = slots.one(Kind.AT_TIME, Kind.CLOCK);
        if (at.isPresent()) {
            return at.map(t -> t.is(Kind.CLOCK) ? Moment.at(t.as(Clock.class).time()) : t.as(Moment.class));
        }
        return slots.all(Kind.LENGTH).stream()
                .filter(t -> slots.follows(t, Kind.ORDINAL))
                .findFirst()
                .map(t -> Moment.at(t.as(Duration.class)));
    }

    static Optional<Reading> file(Slots slots) {
        Optional<String> file = FileWords.picture(slots);
        boolean only = slots.only(
                Kind.FILE,
                Kind.ADD,
                Kind.QUOTED,
                Kind.APPEND,
                Kind.AGAIN,
                Kind.AT_TIME,
                Kind.LENGTH,
                Kind.ORDINAL,
                Kind.START,
                Kind.END,
                Kind.LAST,
                Kind.BEFORE,
                Kind.AFTER,
                Kind.TARGET);
        if (file.isEmpty() || !only || !slots.has(Kind.APPEND, Kind.ADD, Kind.LIGHT)) {
            return Optional.empty();
        }
        if (isThere(slots, file.get())) {
            return Optional.empty(); // it is put elsewhere, not played twice
        }
        boolean behind = slots.hasAll(Kind.APPEND, Kind.AFTER) && !slots.has(Kind.TARGET, Kind.BEFORE);
        if (!behind && slots.has(Kind.TARGET, Kind.BEFORE, Kind.AFTER)) {
            return beside(slots, file.get());
        }
        Optional<Moment> at = moment(slots)
                .or(() -> slots.one(Kind.LENGTH)
                        .filter(t -> slots.follows(t, Kind.TO))
                        .map(t -> Moment.at(t.as(Duration.class))));
        int places = slots.all(Kind.AT_TIME, Kind.LENGTH, Kind.START, Kind.END).size();
        if (at.isPresent()) {
            return places == 1 && !slots.has(Kind.APPEND, Kind.LAST)
                    ? Reading.of(new Insert(file.get(), at.get()))
                    : Optional.empty();
        }
        if (slots.has(Kind.START)) {
            return places == 1 && !slots.has(Kind.LAST, Kind.APPEND)
                    ? Reading.of(new Insert(file.get(), Moment.START))
                    : Optional.empty();
        }
        boolean end = slots.has(Kind.APPEND, Kind.END, Kind.LAST) && !slots.has(Kind.LENGTH);
        return end ? Reading.of(new Append(file.get())) : Optional.empty();
    }

    /** Returns whether a clause puts a file first or last that is on the timeline already: "put b.mp4 last". */
    private static boolean isThere(Slots slots, String file) {
        return !slots.has(Kind.ADD, Kind.APPEND, Kind.AGAIN, Kind.AT_TIME, Kind.LENGTH, Kind.TARGET)
                && !slots.surroundings().clipsOf(file).isEmpty();
    }

    /** Parses the insertion of a file before or after a clip or a scene. */
    private static Optional<Reading> beside(Slots slots, String file) {
        Optional<Token> place = slots.one(Kind.BEFORE, Kind.AFTER);
        Optional<Token> token = slots.one(Kind.TARGET);
        boolean alone = !slots.has(Kind.AT_TIME, Kind.LENGTH, Kind.ORDINAL, Kind.START, Kind.END, Kind.LAST);
        if (place.isEmpty() || !alone || token.isEmpty() || !(token.get().value() instanceof Target.Piece piece)) {
            return Optional.empty();
        }
        boolean scene = piece instanceof Target.Scene;
        List<Moment> where = scene
                ? slots.surroundings().scene(piece.number())
                : slots.surroundings().clip(piece.number());
        if (where.isEmpty()) {
            return scene && slots.surroundings().scenes() == 0
                    ? Reading.problem("clip.scenes-unknown")
                    : Optional.empty();
        }
        return Reading.of(new Insert(file, where.get(place.get().is(Kind.BEFORE) ? 0 : 1)));
    }

    /** Parses a search for scenes: "find the scenes", "split it at the scene changes". */
    static Optional<Reading> scenes(Slots slots) {
        boolean asked = slots.has(Kind.FIND, Kind.SPLIT) || (slots.has(Kind.CUT) && slots.has(Kind.TO, Kind.AT));
        return slots.has(Kind.SCENE) && asked && slots.only(Kind.SCENE, Kind.FIND, Kind.SPLIT, Kind.CUT)
                ? Reading.of(new FindScenes())
                : Optional.empty();
    }

    static Optional<Reading> repeat(Slots slots) {
        Optional<Token> verb = slots.all(Kind.REPEAT).stream().findFirst();
        boolean plays = slots.all(Kind.LIGHT).stream()
                .anyMatch(t -> List.of("play", "播放").contains(slots.words(t).toLowerCase(Locale.ROOT)));
        boolean only = slots.only(Kind.REPEAT, Kind.FACTOR, Kind.NUMBER, Kind.STEP, Kind.TARGET);
        if ((verb.isEmpty() && !plays) || !only) {
            return Optional.empty();
        }
        List<Token> amounts = slots.all(Kind.FACTOR, Kind.NUMBER);
        if (amounts.isEmpty()) {
            boolean twice = verb.isPresent() && verb.get().value().equals("2");
            return twice ? repeated(slots, 2) : Optional.empty();
        }
        boolean counted = amounts.get(0).is(Kind.FACTOR) || slots.has(Kind.STEP) || verb.isPresent();
        double times = amounts.get(0).is(Kind.FACTOR)
                ? amounts.get(0).as(Double.class)
                : amounts.get(0).number();
        return amounts.size() == 1 && counted && times == (int) times ? repeated(slots, (int) times) : Optional.empty();
    }

    private static Optional<Reading> repeated(Slots slots, int times) {
        return Reading.of(
                slots.targets().stream().<Edit>map(on -> new Repeat(times, on)).toList());
    }

    static Optional<Reading> reverse(Slots slots) {
        boolean only = slots.only(Kind.REVERSE, Kind.ADD, Kind.BOTH, Kind.STRETCH, Kind.TARGET, Kind.FILE);
        if (!slots.has(Kind.REVERSE) || !only || slots.severalStretches()) {
            return Optional.empty();
        }
        return Reading.of(slots.targets().stream()
                .<Edit>map(on -> new Reverse(slots.from(), slots.to(), on))
                .toList());
    }

    static Optional<Reading> freeze(Slots slots) {
        boolean only = slots.only(
                Kind.FREEZE,
                Kind.ADD,
                Kind.AT_TIME,
                Kind.CLOCK,
                Kind.STRETCH,
                Kind.LENGTH,
                Kind.ORDINAL,
                Kind.START,
                Kind.END);
        if (!slots.has(Kind.FREEZE) || !only || slots.severalStretches()) {
            return Optional.empty();
        }
        Optional<Token> stretch = slots.one(Kind.STRETCH);
        if (stretch.isPresent()) {
            return slots.has(Kind.AT_TIME, Kind.CLOCK, Kind.LENGTH, Kind.START, Kind.END)
                    ? Optional.empty()
                    : held(stretch.get().as(Stretch.class));
        }
        Optional<Moment> at = moment(slots)
                .or(() -> slots.has(Kind.END) ? Optional.of(Moment.END) : Optional.empty())
                .or(() -> slots.has(Kind.START) ? Optional.of(Moment.START) : Optional.empty());
        List<Token> lengths = slots.all(Kind.LENGTH).stream()
                .filter(t -> !slots.follows(t, Kind.ORDINAL))
                .toList();
        int places = slots.all(Kind.AT_TIME, Kind.CLOCK, Kind.START, Kind.END, Kind.ORDINAL)
                .size();
        if (at.isEmpty() || lengths.size() > 1 || places != 1) {
            return Optional.empty();
        }
        return Reading.of(new Freeze(
                at.get(), lengths.isEmpty() ? USUAL_HOLD : lengths.get(0).as(Duration.class)));
    }

    /** Parses "at 3 seconds for 2 seconds": a moment and the duration of its freeze. */
    private static Optional<Reading> held(Stretch stretch) {
        return stretch.from() instanceof Moment.At from
                        && stretch.to() instanceof Moment.At to
                        && stretch.form() == Stretch.Form.INTERVAL
                ? Reading.of(new Freeze(from, to.offset().minus(from.offset())))
                : Optional.empty();
    }

    static Optional<Reading> transition(Slots slots) {
        boolean only = slots.only(
                Kind.TRANSITION,
                Kind.ADD,
                Kind.FADE,
                Kind.FADE_BOTH,
                Kind.LENGTH,
                Kind.BETWEEN,
                Kind.MIDDLE,
                Kind.TARGET,
                Kind.NUMBER,
                Kind.FIRST,
                Kind.LAST,
                Kind.ORDINAL);
        List<String> kinds = slots.all(Kind.TRANSITION).stream()
                .map(Token::text)
                .filter(k -> !k.equals("any"))
                .distinct()
                .toList();
        List<Token> lengths = slots.all(Kind.LENGTH);
        // 两段中间 is between two clips; the middle of a single clip would be another place.
        boolean elsewhere = slots.has(Kind.MIDDLE)
                && slots.all(Kind.CLIP).stream().noneMatch(t -> t.value().equals("all"))
                && slots.all(Kind.TARGET).size() != 2;
        boolean other = slots.has(Kind.FADE, Kind.FADE_BOTH) && !kinds.isEmpty() && !kinds.equals(List.of("crossfade"));
        if (!slots.has(Kind.TRANSITION) || elsewhere || other || !only || kinds.size() > 1 || lengths.size() > 1) {
            return Optional.empty();
        }
        List<Integer> clips = OrderRules.clips(slots);
        if (clips.size() == 1 || clips.size() > 2 || isThere(slots)) {
            return Optional.empty();
        }
        String name = kinds.isEmpty() ? "crossfade" : kinds.get(0);
        Joint joint = clips.isEmpty() ? Joint.ALL : new Joint.Between(clips.get(0), clips.get(1));
        return Reading.of(new Transition(
                TransitionKind.valueOf(name.toUpperCase(Locale.ROOT).replace(' ', '_')),
                lengths.isEmpty() ? USUAL_JOIN : lengths.get(0).as(Duration.class),
                joint));
    }

    /** "Make that a wipe" is about a transition that is there, not about all clips. */
    private static boolean isThere(Slots slots) {
        return slots.has(Kind.PRONOUN)
                && !slots.has(Kind.ADD, Kind.BETWEEN)
                && IntStream.rangeClosed(1, slots.surroundings().clips()).anyMatch(slots.surroundings()::isJoined);
    }
}
