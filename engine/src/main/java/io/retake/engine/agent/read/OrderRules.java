package io.retake.engine.agent.read;

import io.retake.core.edit.arrange.Reorder;
import io.retake.core.edit.arrange.Swap;
import io.retake.core.edit.session.FindScenes;
import io.retake.core.edit.value.Order;
import io.retake.core.edit.value.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Rules for the order of clips and scenes. */
final class OrderRules {
    private static final int MOST_MOVED = 500;
    private static final Set<String> PLAYS = Set.of("play", "put", "放", "播放", "来", "want");

    private OrderRules() {}

    static Optional<Reading> swap(Slots slots) {
        boolean only = slots.only(
                Kind.SWAP, Kind.TARGET, Kind.FILE, Kind.NUMBER, Kind.FIRST, Kind.LAST, Kind.ORDINAL, Kind.SCENE);
        boolean switched =
                slots.all(Kind.LIGHT).stream().anyMatch(t -> slots.words(t).equalsIgnoreCase("switch"));
        boolean replaces = slots.has(Kind.FOR); // "swap a.mp4 for b.mp4" replaces one with the other
        if (!(slots.has(Kind.SWAP) || switched) || !only || replaces) {
            return Optional.empty();
        }
        boolean scenes = isOfScenes(slots);
        if (isBoth(slots) && !scenes) {
            return Reading.of(new Swap(new Target.Clip(1), new Target.Clip(2)));
        }
        boolean counted = slots.has(Kind.CLIP) && slots.all(Kind.NUMBER).size() == 2;
        boolean several = slots.all(Kind.NUMBER).stream().anyMatch(t -> slots.follows(t, Kind.FIRST, Kind.LAST));
        if (!slots.has(Kind.TARGET, Kind.FILE) && !scenes && !counted && !several) {
            return Optional.empty();
        }
        List<Target.Piece> pieces = pieces(slots, scenes);
        return pieces.size() == 2 ? Reading.of(new Swap(pieces.get(0), pieces.get(1))) : Optional.empty();
    }

    private static boolean isOfScenes(Slots slots) {
        return slots.has(Kind.SCENE)
                || slots.all(Kind.TARGET).stream().anyMatch(t -> t.value() instanceof Target.Scene);
    }

    private static List<Target.Piece> pieces(Slots slots, boolean scenes) {
        return numbers(slots, scenes).stream()
                .<Target.Piece>map(n -> scenes ? new Target.Scene(n) : new Target.Clip(n))
                .toList();
    }

    /** Returns whether a clause means both of two clips: "the two clips", "them". */
    private static boolean isBoth(Slots slots) {
        boolean all = slots.all(Kind.CLIP).stream().anyMatch(t -> t.value().equals("all"));
        boolean them = slots.all(Kind.PRONOUN).stream()
                .anyMatch(t -> List.of("them", "它们").contains(slots.words(t).toLowerCase(Locale.ROOT)));
        return (all || them)
                && slots.surroundings().clips() == 2
                && !slots.has(Kind.TARGET, Kind.FILE, Kind.NUMBER, Kind.FIRST, Kind.LAST, Kind.ORDINAL);
    }

    /** Parses a move of a clip or a scene: "put the second clip first", "move scene 3 before scene 1". */
    static Optional<Reading> move(Slots slots) {
        List<Token> places = slots.all(Kind.FIRST, Kind.LAST, Kind.START, Kind.END, Kind.BEFORE, Kind.AFTER);
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
        if (!only || places.size() != 1 || slots.has(Kind.ADD, Kind.EVERYTHING)) {
            return Optional.empty();
        }
        boolean scenes = isOfScenes(slots);
        List<Token> named = slots.all(Kind.TARGET, Kind.FILE);
        List<Target.Piece> pieces = new ArrayList<>(pieces(slots.with(named), scenes));
        // 放到前面 without a reference: at the front.
        boolean beside = places.get(0).is(Kind.BEFORE, Kind.AFTER)
                && !(pieces.size() == 1 && List.of("前面", "后面").contains(slots.words(places.get(0))));
        if (pieces.size() != (beside ? 2 : 1) || pieces.size() != named.size()) {
            return Optional.empty();
        }
        if (beside && isPlaceFirst(slots, places.get(0), named)) {
            pieces.add(pieces.remove(0));
        }
        Order.Moved moved = new Order.Moved(pieces.get(0), beside ? place(places.get(0), pieces) : edge(places.get(0)));
        return scenes
                ? Reading.of(new Reorder(moved))
                : listed(moved, slots.surroundings().clips());
    }

    /** Returns whether the place precedes the moved piece: "before scene 1, put scene 3", 在场景1之前放场景3. */
    private static boolean isPlaceFirst(Slots slots, Token place, List<Token> named) {
        boolean between = place.start() > named.get(0).start()
                && place.start() < named.get(1).start();
        boolean chinese = Character.UnicodeScript.of(slots.words(place).charAt(0)) == Character.UnicodeScript.HAN;
        return between == chinese;
    }

    private static Order.Placement place(Token place, List<Target.Piece> pieces) {
        return new Order.Beside(place.is(Kind.AFTER), pieces.get(1));
    }

    private static Order.Placement edge(Token place) {
        return place.is(Kind.FIRST, Kind.START, Kind.BEFORE) ? Order.Edge.FIRST : Order.Edge.LAST;
    }

    /** Converts a move to a complete order of clips, whose number is known. */
    private static Optional<Reading> listed(Order.Moved moved, int count) {
        int number = moved.piece().number();
        int other =
                moved.place() instanceof Order.Beside beside ? beside.piece().number() : number;
        if (number > count || other > count || count > MOST_MOVED) {
            return Optional.empty();
        }
        List<Integer> order =
                new ArrayList<>(IntStream.rangeClosed(1, count).boxed().toList());
        order.remove(/* element */ Integer.valueOf(number));
        int at = moved.place() == Order.Edge.FIRST ? 0 : order.size();
        if (moved.place() instanceof Order.Beside beside) {
            at = order.indexOf(other) + (beside.after() ? 1 : 0);
        }
        order.add(at, number);
        return Reading.of(new Reorder(new Order.Listed(order)));
    }

    /**
     * Returns the numbers of the named clips ("clip 1", "the first", "2") in order; empty if one is not a clip's
     * number.
     */
    static List<Integer> clips(Slots slots) {
        return numbers(slots, false);
    }

    /**
     * Returns the numbers of the named clips or scenes ("clip 1", "the first", "2", "the first two"); empty if one is
     * not such a number.
     */
    private static List<Integer> numbers(Slots slots, boolean scenes) {
        List<Integer> numbers = new ArrayList<>();
        List<Token> tokens = slots.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean several = token.is(Kind.FIRST, Kind.LAST)
                    && i + 1 < tokens.size()
                    && tokens.get(i + 1).is(Kind.NUMBER);
            List<Integer> more = several ? several(slots, token, tokens.get(++i), scenes) : one(slots, token, scenes);
            if (more.contains(NONE)) {
                return List.of();
            }
            numbers.addAll(more);
        }
        return numbers;
    }

    private static final int NONE = 0;

    /** Returns the numbers of "the first two" or "the last two". */
    private static List<Integer> several(Slots slots, Token side, Token number, boolean scenes) {
        int count =
                scenes ? slots.surroundings().scenes() : slots.surroundings().clips();
        int many = (int) number.number();
        boolean known = side.is(Kind.FIRST) || count >= many;
        if (many != number.number() || many < 1 || many > MOST_MOVED || !known) {
            return List.of(NONE);
        }
        int from = side.is(Kind.FIRST) ? 1 : count - many + 1;
        return IntStream.range(from, from + many).boxed().toList();
    }

    private static List<Integer> one(Slots slots, Token token, boolean scenes) {
        if (token.is(Kind.TARGET) && token.value() instanceof Target.Piece piece) {
            return List.of(piece instanceof Target.Scene == scenes ? piece.number() : NONE);
        }
        List<Integer> ofFile =
                token.is(Kind.FILE) && !scenes ? slots.surroundings().clipsOf(token.text()) : List.of();
        if (ofFile.size() == 1) {
            return ofFile;
        }
        if (token.is(Kind.ORDINAL) && token.as(Integer.class) > 0) {
            return List.of(token.as(Integer.class));
        }
        if (token.is(Kind.FIRST)) {
            return List.of(1);
        }
        if (token.is(Kind.LAST)) {
            return List.of(
                    scenes
                            ? slots.surroundings().scenes()
                            : Math.max(1, slots.surroundings().clips()));
        }
        if (token.is(Kind.NUMBER) && token.number() == (int) token.number()) {
            return List.of((int) token.number());
        }
        return token.is(Kind.TARGET, Kind.NUMBER, Kind.FILE) ? List.of(NONE) : List.of();
    }

    static Optional<Reading> reorder(Slots slots) {
        return kept(slots).or(() -> sequence(slots)).or(() -> ordered(slots));
    }

    /** Parses an order of all clips or scenes: "play clip 2, then clip 1", 先放第二段再放第一段. */
    private static Optional<Reading> sequence(Slots slots) {
        List<Token> pieces = slots.all(Kind.TARGET);
        boolean placed = slots.all(Kind.LIGHT).stream()
                .anyMatch(t -> PLAYS.contains(slots.words(t).toLowerCase(Locale.ROOT)));
        boolean only = slots.only(
                Kind.TARGET,
                Kind.THEN,
                Kind.SHIFT,
                Kind.FIRST,
                Kind.START,
                Kind.BEFORE,
                Kind.LAST,
                Kind.END,
                Kind.AFTER);
        if (!placed || !only || pieces.size() < 2 || !isSequence(slots, pieces)) {
            return Optional.empty();
        }
        boolean scenes = isOfScenes(slots);
        List<Integer> order = numbers(slots.with(pieces), scenes);
        int there =
                scenes ? slots.surroundings().scenes() : slots.surroundings().clips();
        boolean all = order.size() > 1
                && order.stream()
                        .sorted()
                        .toList()
                        .equals(IntStream.rangeClosed(1, there).boxed().toList());
        // An incomplete order would remove what isn't named, which was not requested.
        return all
                ? Reading.of(new Reorder(scenes ? new Order.Scenes(order) : new Order.Listed(order)))
                : Optional.empty();
    }

    /**
     * Returns whether "first" belongs to the first piece, "last" to the last, and either "then" separates them or both
     * edges are named.
     */
    private static boolean isSequence(Slots slots, List<Token> pieces) {
        List<Token> front = slots.all(Kind.FIRST, Kind.START, Kind.BEFORE);
        List<Token> back = slots.all(Kind.LAST, Kind.END, Kind.AFTER);
        List<Token> between = slots.all(Kind.THEN, Kind.COMMA, Kind.AND);
        int second = pieces.get(1).start();
        int last = pieces.get(pieces.size() - 1).end();
        boolean inPlace = front.stream().allMatch(t -> t.start() < second)
                && back.stream().allMatch(t -> t.start() >= last);
        boolean edges = front.size() == 1 && back.size() == 1;
        return inPlace
                && between.size() >= pieces.size() - 1
                && (edges || between.stream().anyMatch(OrderRules::isThen));
    }

    private static boolean isThen(Token token) {
        return token.is(Kind.THEN) || token.value().equals("then");
    }

    /** Parses "keep only scenes 1 and 3": removes everything else. */
    private static Optional<Reading> kept(Slots slots) {
        if (!slots.hasAll(Kind.KEEP, Kind.TARGET) || !slots.only(Kind.KEEP, Kind.TARGET, Kind.NUMBER)) {
            return Optional.empty();
        }
        List<Integer> numbers = numbers(slots, isOfScenes(slots));
        if (isOfScenes(slots)) {
            return numbers.isEmpty() ? Optional.empty() : Reading.of(new Reorder(new Order.Scenes(numbers)));
        }
        // A single clip is a range of the timeline.
        return numbers.size() > 1 ? Reading.of(new Reorder(new Order.Listed(numbers))) : Optional.empty();
    }

    private static Optional<Reading> ordered(Slots slots) {
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

    /** Returns the scenes of "the scenes to 3, 1, 2", "scene 2, scene 1". */
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
}
