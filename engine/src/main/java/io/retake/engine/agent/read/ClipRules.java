package io.retake.engine.agent.read;

import io.retake.core.edit.Append;
import io.retake.core.edit.Edit;
import io.retake.core.edit.FindScenes;
import io.retake.core.edit.Freeze;
import io.retake.core.edit.Insert;
import io.retake.core.edit.Joint;
import io.retake.core.edit.Moment;
import io.retake.core.edit.Order;
import io.retake.core.edit.Reorder;
import io.retake.core.edit.Repeat;
import io.retake.core.edit.Reverse;
import io.retake.core.edit.Split;
import io.retake.core.edit.Swap;
import io.retake.core.edit.Target;
import io.retake.core.edit.Transition;
import io.retake.core.edit.TransitionKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which clips there are, in what order, how they meet, and where time stands still or runs back. */
final class ClipRules {
    private static final Duration USUAL_JOIN = Duration.ofSeconds(1);
    private static final int MOST_MOVED = 500;
    private static final Duration USUAL_HOLD = Duration.ofSeconds(2);

    private ClipRules() {}

    static Optional<Reading> split(Slots slots) {
        boolean asked = slots.has(Kind.SPLIT) || (slots.has(Kind.CUT) && slots.has(Kind.AT_TIME));
        if (!asked
                || !slots.only(Kind.SPLIT, Kind.CUT, Kind.AT_TIME, Kind.LENGTH, Kind.ORDINAL, Kind.MIDDLE, Kind.HALF)) {
            return Optional.empty();
        }
        boolean half = slots.has(Kind.SPLIT) && slots.has(Kind.HALF, Kind.MIDDLE);
        Optional<Moment> at = half ? Optional.of(new Moment.Share(1, 2)) : moment(slots);
        return slots.all(Kind.AT_TIME, Kind.LENGTH, Kind.HALF, Kind.MIDDLE).size() == 1
                ? at.flatMap(a -> Reading.of(new Split(a)))
                : Optional.empty();
    }

    /** At 0:05, and 第5秒, whose ordinal says that it is a moment. */
    static Optional<Moment> moment(Slots slots) {
        Optional<Token> at = slots.one(Kind.AT_TIME);
        if (at.isPresent()) {
            return at.map(t -> t.as(Moment.class));
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
                Kind.QUOTED,
                Kind.APPEND,
                Kind.AGAIN,
                Kind.AT_TIME,
                Kind.LENGTH,
                Kind.ORDINAL,
                Kind.START,
                Kind.END,
                Kind.LAST);
        if (file.isEmpty() || !only || !slots.has(Kind.APPEND, Kind.ADD, Kind.LIGHT)) {
            return Optional.empty();
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

    static Optional<Reading> swap(Slots slots) {
        boolean only = slots.only(Kind.SWAP, Kind.TARGET, Kind.FILE, Kind.NUMBER, Kind.FIRST, Kind.LAST, Kind.ORDINAL);
        boolean switched =
                slots.all(Kind.LIGHT).stream().anyMatch(t -> slots.words(t).equalsIgnoreCase("switch"));
        if (!(slots.has(Kind.SWAP) || switched) || !only) {
            return Optional.empty();
        }
        if (isBoth(slots)) {
            return Reading.of(new Swap(1, 2));
        }
        if (!slots.has(Kind.TARGET, Kind.FILE)
                && !(slots.has(Kind.CLIP) && slots.all(Kind.NUMBER).size() == 2)) {
            return Optional.empty();
        }
        List<Integer> clips = clips(slots);
        return clips.size() == 2 ? Reading.of(new Swap(clips.get(0), clips.get(1))) : Optional.empty();
    }

    /** Where the picture cuts: "find the scenes", "split it at the scene changes". */
    static Optional<Reading> scenes(Slots slots) {
        boolean asked = slots.has(Kind.FIND, Kind.SPLIT) || (slots.has(Kind.CUT) && slots.has(Kind.TO, Kind.AT));
        return slots.has(Kind.SCENE) && asked && slots.only(Kind.SCENE, Kind.FIND, Kind.SPLIT, Kind.CUT)
                ? Reading.of(new FindScenes())
                : Optional.empty();
    }

    /** "The two clips", "them", where there are two. */
    private static boolean isBoth(Slots slots) {
        boolean all = slots.all(Kind.CLIP).stream().anyMatch(t -> t.value().equals("all"));
        boolean them = slots.all(Kind.PRONOUN).stream()
                .anyMatch(t -> List.of("them", "它们").contains(slots.words(t).toLowerCase(Locale.ROOT)));
        return (all || them)
                && slots.surroundings().clips() == 2
                && !slots.has(Kind.TARGET, Kind.FILE, Kind.NUMBER, Kind.FIRST, Kind.LAST, Kind.ORDINAL);
    }

    /** A clip at another place: "put the second clip first", "move a.mp4 after b.mov". */
    static Optional<Reading> move(Slots slots) {
        boolean only = slots.only(
                Kind.TARGET,
                Kind.FILE,
                Kind.SHIFT,
                Kind.FIRST,
                Kind.LAST,
                Kind.START,
                Kind.END,
                Kind.BEFORE,
                Kind.AFTER);
        List<Integer> named = clips(slots.with(slots.all(Kind.TARGET, Kind.FILE)));
        List<Token> places = slots.all(Kind.FIRST, Kind.LAST, Kind.START, Kind.END, Kind.BEFORE, Kind.AFTER);
        int count = slots.surroundings().clips();
        boolean beside = places.size() == 1 && places.get(0).is(Kind.BEFORE, Kind.AFTER);
        boolean fits = named.size() == (beside ? 2 : 1)
                && named.size() == slots.all(Kind.TARGET, Kind.FILE).size()
                && named.stream().allMatch(n -> n <= count);
        if (!only || places.size() != 1 || slots.has(Kind.ADD, Kind.EVERYTHING) || !fits || count > MOST_MOVED) {
            return Optional.empty();
        }
        List<Integer> order =
                new ArrayList<>(IntStream.rangeClosed(1, count).boxed().toList());
        order.remove(/* element */ named.get(0));
        if (beside && named.get(0).equals(named.get(1))) {
            return Optional.empty();
        }
        int at = switch (places.get(0).kind()) {
            case FIRST, START -> 0;
            case BEFORE -> order.indexOf(named.get(1));
            case AFTER -> order.indexOf(named.get(1)) + 1;
            default -> order.size();
        };
        order.add(at, named.get(0));
        return Reading.of(new Reorder(new Order.Listed(order)));
    }

    /** Clips by number, as they were said: clip 1, the first, 2; empty when a number is none. */
    private static List<Integer> clips(Slots slots) {
        List<Integer> clips = new ArrayList<>();
        for (Token token : slots.tokens()) {
            if (token.is(Kind.TARGET) && token.value() instanceof Target.Clip clip) {
                clips.add(clip.number());
            } else if (token.is(Kind.FILE)
                    && slots.surroundings().clipsOf(token.text()).size() == 1) {
                clips.addAll(slots.surroundings().clipsOf(token.text()));
            } else if (token.is(Kind.FIRST)) {
                clips.add(1);
            } else if (token.is(Kind.LAST)) {
                clips.add(Math.max(1, slots.surroundings().clips()));
            } else if (token.is(Kind.NUMBER) && token.number() == (int) token.number()) {
                clips.add((int) token.number());
            } else if (token.is(Kind.TARGET, Kind.NUMBER, Kind.FILE)) {
                return List.of();
            }
        }
        return clips;
    }

    static Optional<Reading> reorder(Slots slots) {
        Optional<Token> rule = slots.one(Kind.RULE);
        boolean asked = slots.has(Kind.REORDER) || rule.isPresent();
        if (!asked || !slots.only(Kind.REORDER, Kind.RULE, Kind.TARGET, Kind.NUMBER, Kind.LONG, Kind.SCENE)) {
            return Optional.empty();
        }
        if (rule.isPresent()) {
            boolean numbered = slots.has(Kind.NUMBER, Kind.TARGET) || !slots.has(Kind.CLIP, Kind.REORDER, Kind.SCENE);
            String name = rule.get().text().toUpperCase(Locale.ROOT).replace(' ', '_');
            Reorder reorder = new Reorder(new Order.By(Order.Rule.valueOf(name)));
            return numbered
                    ? Optional.empty()
                    : slots.has(Kind.SCENE) ? Reading.of(List.of(new FindScenes(), reorder)) : Reading.of(reorder);
        }
        Optional<List<Integer>> scenes = scenesNamed(slots);
        if (scenes.isPresent()) {
            return Reading.of(new Reorder(new Order.Scenes(scenes.get())));
        }
        List<Integer> clips = clips(slots);
        return clips.size() > 1 && !slots.has(Kind.LONG)
                ? Reading.of(new Reorder(new Order.Listed(clips)))
                : Optional.empty();
    }

    /** "The scenes to 3, 1, 2", "scene 2, scene 1". */
    private static Optional<List<Integer>> scenesNamed(Slots slots) {
        List<Integer> scenes = new ArrayList<>();
        boolean said = slots.has(Kind.SCENE);
        for (Token token : slots.all(Kind.TARGET, Kind.NUMBER)) {
            if (token.value() instanceof Target.Scene scene) {
                said = true;
                scenes.add(scene.number());
            } else if (token.is(Kind.NUMBER) && token.number() == (int) token.number()) {
                scenes.add((int) token.number());
            } else {
                return Optional.empty();
            }
        }
        return said && scenes.size() > 1 ? Optional.of(scenes) : Optional.empty();
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
        boolean only = slots.only(Kind.REVERSE, Kind.BOTH, Kind.STRETCH, Kind.TARGET, Kind.FILE);
        if (!slots.has(Kind.REVERSE) || !only || slots.severalStretches()) {
            return Optional.empty();
        }
        return Reading.of(slots.targets().stream()
                .<Edit>map(on -> new Reverse(slots.from(), slots.to(), on))
                .toList());
    }

    static Optional<Reading> freeze(Slots slots) {
        boolean only =
                slots.only(Kind.FREEZE, Kind.AT_TIME, Kind.STRETCH, Kind.LENGTH, Kind.ORDINAL, Kind.START, Kind.END);
        if (!slots.has(Kind.FREEZE) || !only || slots.severalStretches()) {
            return Optional.empty();
        }
        Optional<Token> stretch = slots.one(Kind.STRETCH);
        if (stretch.isPresent()) {
            return slots.has(Kind.AT_TIME, Kind.LENGTH, Kind.START, Kind.END)
                    ? Optional.empty()
                    : held(stretch.get().as(Stretch.class));
        }
        Optional<Moment> at = moment(slots)
                .or(() -> slots.has(Kind.END) ? Optional.of(Moment.END) : Optional.empty())
                .or(() -> slots.has(Kind.START) ? Optional.of(Moment.START) : Optional.empty());
        List<Token> lengths = slots.all(Kind.LENGTH).stream()
                .filter(t -> !slots.follows(t, Kind.ORDINAL))
                .toList();
        int places = slots.all(Kind.AT_TIME, Kind.START, Kind.END, Kind.ORDINAL).size();
        if (at.isEmpty() || lengths.size() > 1 || places != 1) {
            return Optional.empty();
        }
        return Reading.of(new Freeze(
                at.get(), lengths.isEmpty() ? USUAL_HOLD : lengths.get(0).as(Duration.class)));
    }

    /** "At 3 seconds for 2 seconds" is a moment and how long it is held. */
    private static Optional<Reading> held(Stretch stretch) {
        return stretch.from() instanceof Moment.At from
                        && stretch.to() instanceof Moment.At to
                        && stretch.form() == Stretch.Form.INTERVAL
                ? Reading.of(new Freeze(from, to.offset().minus(from.offset())))
                : Optional.empty();
    }

    static Optional<Reading> transition(Slots slots) {
        boolean only = slots.only(Kind.TRANSITION, Kind.LENGTH, Kind.BETWEEN, Kind.TARGET, Kind.NUMBER, Kind.FIRST);
        List<String> kinds = slots.all(Kind.TRANSITION).stream()
                .map(Token::text)
                .filter(k -> !k.equals("any"))
                .distinct()
                .toList();
        List<Token> lengths = slots.all(Kind.LENGTH);
        if (!slots.has(Kind.TRANSITION) || !only || kinds.size() > 1 || lengths.size() > 1) {
            return Optional.empty();
        }
        List<Integer> clips = clips(slots);
        if (clips.size() == 1 || clips.size() > 2) {
            return Optional.empty();
        }
        String name = kinds.isEmpty() ? "crossfade" : kinds.get(0);
        Joint joint = clips.isEmpty() ? Joint.ALL : new Joint.Between(clips.get(0), clips.get(1));
        return Reading.of(new Transition(
                TransitionKind.valueOf(name.toUpperCase(Locale.ROOT).replace(' ', '_')),
                lengths.isEmpty() ? USUAL_JOIN : lengths.get(0).as(Duration.class),
                joint));
    }
}
