package io.retake.engine.agent.read;

import io.retake.core.edit.Edit;
import io.retake.core.edit.picture.AutoColor;
import io.retake.core.edit.picture.Color;
import io.retake.core.edit.picture.Grayscale;
import io.retake.core.edit.value.Change;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rules for color. The default change is 15 %; "a little" is 8 %, "much" 30 %. */
final class ColorRules {
    private static final double PLAIN = 15;
    private static final double LITTLE = 8;
    private static final double MUCH = 30;

    private ColorRules() {}

    static Optional<Reading> auto(Slots slots) {
        // "It looks washed out, fix it" names the fault to fix.
        boolean faded = slots.all(Kind.FAULT).stream().anyMatch(t -> t.value().equals("color"));
        boolean asked = slots.has(Kind.GRADING) || slots.hasAll(Kind.FIX, Kind.COLOR) || (slots.has(Kind.FIX) && faded);
        boolean only = slots.only(
                Kind.GRADING, Kind.ADD, Kind.FIX, Kind.COLOR, Kind.FAULT, Kind.COMPLAINT, Kind.TARGET, Kind.FILE);
        if (!asked || !only) {
            return Optional.empty();
        }
        return Reading.of(slots.targets().stream().<Edit>map(AutoColor::new).toList());
    }

    static Optional<Reading> gray(Slots slots) {
        boolean asked = slots.has(Kind.GRAY) || slots.hasAll(Kind.REMOVE, Kind.COLOR);
        boolean only = slots.only(Kind.GRAY, Kind.ADD, Kind.STRETCH, Kind.TARGET, Kind.FILE)
                || (!slots.has(Kind.GRAY) && slots.only(Kind.REMOVE, Kind.COLOR, Kind.STRETCH, Kind.TARGET, Kind.FILE));
        if (!asked || !only || slots.severalStretches()) {
            return Optional.empty();
        }
        return Reading.of(slots.targets().stream()
                .<Edit>map(on -> new Grayscale(slots.from(), slots.to(), on))
                .toList());
    }

    static Optional<Reading> table(Slots slots) {
        Optional<Token> table = FileWords.table(slots);
        if (table.isEmpty()
                || !slots.only(Kind.LUT, Kind.ADD, Kind.GRADING, Kind.COLOR, Kind.TARGET, Kind.FILE, Kind.QUOTED)) {
            return Optional.empty();
        }
        Slots rest = slots.with(
                slots.tokens().stream().filter(t -> !t.equals(table.get())).toList());
        Change none = new Change(0);
        return rest.has(Kind.QUOTED)
                ? Optional.empty()
                : Reading.of(rest.targets().stream()
                        .<Edit>map(on ->
                                new Color(none, none, none, none, table.get().text(), on))
                        .toList());
    }

    static Optional<Reading> grade(Slots slots) {
        boolean asked = slots.has(Kind.DIMENSION, Kind.LOOK);
        boolean only = slots.only(
                Kind.DIMENSION,
                Kind.LOOK,
                Kind.INCREASE,
                Kind.DECREASE,
                Kind.LITTLE,
                Kind.MUCH,
                Kind.BIGGER,
                Kind.SMALLER,
                Kind.PERCENT,
                Kind.NUMBER,
                Kind.COLOR,
                Kind.TARGET,
                Kind.FILE);
        if (!asked || !only) {
            return Optional.empty();
        }
        return changes(slots)
                .flatMap(c -> Reading.of(slots.targets().stream()
                        .<Edit>map(on -> new Color(
                                change(c, "brightness"),
                                change(c, "contrast"),
                                change(c, "saturation"),
                                change(c, "temperature"),
                                "",
                                on))
                        .toList()));
    }

    private static Change change(Map<String, Double> changes, String dimension) {
        return new Change(changes.getOrDefault(dimension, 0.0));
    }

    private static Optional<Map<String, Double>> changes(Slots slots) {
        List<Token> amounts = slots.all(Kind.PERCENT, Kind.NUMBER);
        boolean up = slots.has(Kind.INCREASE, Kind.BIGGER);
        boolean down = slots.has(Kind.DECREASE, Kind.SMALLER);
        // "Cool it down" cools, "less cool" warms.
        boolean less = slots.all(Kind.DECREASE, Kind.SMALLER).stream()
                .anyMatch(t -> !slots.words(t).equalsIgnoreCase("down"));
        // "To 20 %" names a result, but users can't know the scale of a grade.
        boolean absolute = amounts.stream().anyMatch(a -> slots.follows(a, Kind.TO));
        if (amounts.size() > 1 || (up && down) || absolute) {
            return Optional.empty();
        }
        double size = amounts.isEmpty()
                ? slots.has(Kind.LITTLE) ? LITTLE : slots.has(Kind.MUCH) ? MUCH : PLAIN
                : amounts.get(0).number();
        boolean signed = !amounts.isEmpty() && amounts.get(0).as(Amount.class).signed();
        Map<String, Double> changes = new HashMap<>();
        for (Token token : slots.all(Kind.LOOK, Kind.DIMENSION)) {
            String name = token.is(Kind.LOOK) ? token.text().substring(1) : token.text();
            boolean named = token.is(Kind.LOOK) || up || down || signed;
            boolean turned = token.is(Kind.LOOK) ? less : down;
            double sign = (token.text().startsWith("-") ? -1 : 1) * (turned ? -1 : 1);
            if (!named || (changes.putIfAbsent(name, sign * size) != null && changes.get(name) != sign * size)) {
                return Optional.empty();
            }
        }
        return Optional.of(changes);
    }
}
