package io.retake.core.vocabulary;

import io.retake.core.CoreMessages;
import io.retake.core.edit.value.Joint;
import io.retake.core.edit.value.Order;
import io.retake.core.edit.value.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Notations for several clips: their joints and their order. */
final class ClipNotations {
    private static final Pattern NEIGHBOURS = Pattern.compile("clips (\\d{1,6}) and (\\d{1,6})");
    private static final Pattern LISTED = Pattern.compile("\\d{1,6}(?:(?:\\s*+,\\s*+|\\s++)\\d{1,6})*+");
    private static final String SCENES = "scenes ";
    private static final String PIECE_PATTERN = "(?:clip|scene) \\d{1,6}";
    private static final Pattern ONE = Pattern.compile("(?:(clip|scene) )?(\\d{1,6})");
    private static final Pattern MOVED =
            Pattern.compile("(" + PIECE_PATTERN + ") (?:(first|last)|(before|after) (" + PIECE_PATTERN + "))");
    private static final String RULES =
            Arrays.stream(Order.Rule.values()).map(Notations::word).collect(Collectors.joining(", "));

    static final Notation<Joint> JOINT = new Notation<>(
            Joint.class,
            CoreMessages.text("hint.neighbors"),
            "all clips|clips \\d+ and \\d+",
            joint -> joint instanceof Joint.Between b ? "clips " + b.first() + " and " + b.second() : "all clips",
            ClipNotations::readJoint,
            joint -> joint instanceof Joint.Between b ? "[" + b.first() + ", " + b.second() + "]" : "'all clips'",
            given -> numbers(given).filter(n -> n.size() == 2).map(n -> new Joint.Between(n.get(0), n.get(1))));

    static final Notation<Target.Piece> PIECE = new Notation<>(
            Target.Piece.class,
            CoreMessages.text("hint.piece"),
            PIECE_PATTERN,
            ClipNotations::writePiece,
            ClipNotations::readPiece,
            piece -> piece instanceof Target.Scene scene
                    ? "scene(" + scene.number() + ")"
                    : String.valueOf(piece.number()),
            given -> given instanceof Integer number ? Optional.of(new Target.Clip(number)) : Optional.empty());

    static final Notation<Order> ORDER = new Notation<>(
            Order.class,
            CoreMessages.text("hint.order", RULES),
            PIECE_PATTERN + " (?:first|last|(?:before|after) " + PIECE_PATTERN + ")|(?:scenes )?\\d+(?:, \\d+)*|"
                    + RULES.replace(", ", "|"),
            ClipNotations::writeOrder,
            ClipNotations::readOrder,
            order -> order instanceof Order.Listed l ? l.clips().toString() : "'" + writeOrder(order) + "'",
            given -> scenes(given).or(() -> numbers(given).map(Order.Listed::new)));

    private ClipNotations() {}

    private static Optional<Joint> readJoint(String text) {
        Matcher two = NEIGHBOURS.matcher(text);
        if (two.matches()) {
            return Optional.of(new Joint.Between(Integer.parseInt(two.group(1)), Integer.parseInt(two.group(2))));
        }
        return text.equals("all clips") ? Optional.of(Joint.ALL) : Optional.empty();
    }

    private static String writePiece(Target.Piece piece) {
        return (piece instanceof Target.Scene ? "scene " : "clip ") + piece.number();
    }

    private static Optional<Target.Piece> readPiece(String text) {
        Matcher one = ONE.matcher(text);
        if (!one.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(one.group(2));
        return Optional.of("scene".equals(one.group(1)) ? new Target.Scene(number) : new Target.Clip(number));
    }

    private static String writeOrder(Order order) {
        if (order instanceof Order.By by) {
            return Notations.word(by.rule());
        }
        if (order instanceof Order.Moved moved) {
            return writePiece(moved.piece()) + " " + writePlace(moved.place());
        }
        return order instanceof Order.Scenes named
                ? SCENES + list(named.scenes())
                : list(((Order.Listed) order).clips());
    }

    private static String writePlace(Order.Placement place) {
        return place instanceof Order.Beside beside
                ? (beside.after() ? "after " : "before ") + writePiece(beside.piece())
                : Notations.word((Order.Edge) place);
    }

    private static Optional<Order> readMoved(Matcher moved) {
        return readPiece(moved.group(1)).flatMap(piece -> place(moved).map(place -> new Order.Moved(piece, place)));
    }

    private static Optional<Order.Placement> place(Matcher moved) {
        if (moved.group(2) != null) {
            return Optional.of(moved.group(2).equals("first") ? Order.Edge.FIRST : Order.Edge.LAST);
        }
        return readPiece(moved.group(4))
                .map(other -> new Order.Beside(moved.group(3).equals("after"), other));
    }

    private static String list(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static Optional<Order> readOrder(String text) {
        Matcher moved = MOVED.matcher(text);
        if (moved.matches()) {
            return readMoved(moved);
        }
        boolean scenes = text.startsWith(SCENES);
        String numbers = scenes ? text.substring(SCENES.length()) : text;
        if (LISTED.matcher(numbers).matches()) {
            List<Integer> listed = Arrays.stream(numbers.split("\\s*+,\\s*+|\\s++"))
                    .map(Integer::valueOf)
                    .toList();
            return Optional.of(scenes ? new Order.Scenes(listed) : new Order.Listed(listed));
        }
        return Arrays.stream(Order.Rule.values())
                .filter(rule -> Notations.word(rule).equals(text))
                .findFirst()
                .map(Order.By::new);
    }

    /** Reads a list of scenes given as targets. */
    private static Optional<Order> scenes(Object given) {
        if (!(given instanceof List<?> list) || list.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> numbers = new ArrayList<>();
        for (Object element : list) {
            if (!(element instanceof Target.Scene scene)) {
                return Optional.empty();
            }
            numbers.add(scene.number());
        }
        return Optional.of(new Order.Scenes(numbers));
    }

    private static Optional<List<Integer>> numbers(Object given) {
        if (!(given instanceof List<?> list) || list.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> numbers = new ArrayList<>();
        for (Object element : list) {
            if (!(element instanceof Integer number)) {
                return Optional.empty();
            }
            numbers.add(number);
        }
        return Optional.of(numbers);
    }
}
