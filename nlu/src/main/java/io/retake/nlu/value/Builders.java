package io.retake.nlu.value;

import io.retake.nlu.situation.Situation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The builders that the bundles name. */
public final class Builders {
    /** The value of words that are said beside a value and aren't part of it: "about". */
    private static final String ASIDE = "~";

    private static final Map<String, Builder> ALL = new HashMap<>();

    static {
        NumberBuilders.addTo(ALL);
        TimeBuilders.addTo(ALL);
        PartBuilders.addTo(ALL);
        FileBuilders.addTo(ALL);
    }

    private Builders() {}

    /** Builds a value; empty when the nested values make none. */
    public static Optional<Object> build(String name, List<Object> nested, Situation situation) {
        Builder builder = ALL.get(name);
        if (builder == null) {
            throw new IllegalStateException("a bundle names the builder " + name + ", which is none");
        }
        try {
            List<Object> said = nested.contains(ASIDE)
                    ? nested.stream().filter(v -> !v.equals(ASIDE)).toList()
                    : nested;
            return builder.build(said, situation);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.empty(); // a time that is none, a list with a number twice
        }
    }

    /** Returns the value of digits. */
    public static Optional<Object> number(String digits) {
        return digits.length() > 12 ? Optional.empty() : Optional.of(Double.valueOf(digits));
    }

    static double number(Object value) {
        return value instanceof Double number ? number : Double.parseDouble(value.toString());
    }
}
