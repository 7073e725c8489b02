package io.retake.dsl.check;

import java.util.List;
import java.util.Optional;

/**
 * A recipe that a script uses by its literal name, so that it can be looked for before anything runs.
 *
 * @param name the recipe
 * @param given the parameters that are given by name
 * @param complete whether those are all
 * @param line from 1
 * @param column from 1
 */
public record UseLiteral(String name, List<Given> given, boolean complete, int line, int column) {
    public UseLiteral {
        given = List.copyOf(given);
    }

    /** A parameter, where it is given, and its value where that is a literal. */
    public record Given(String name, int line, int column, Optional<Value> value) {}

    /** A literal value and where it stands. */
    public record Value(Object value, int line, int column) {}
}
