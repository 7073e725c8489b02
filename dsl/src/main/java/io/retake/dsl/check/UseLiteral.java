package io.retake.dsl.check;

import java.util.List;
import java.util.Optional;

/**
 * A recipe that a script uses by its literal name, so that it can be checked before anything runs.
 *
 * @param name the recipe
 * @param given the named arguments
 * @param complete whether those are all
 * @param line from 1
 * @param column from 1
 */
public record UseLiteral(String name, List<Given> given, boolean complete, int line, int column) {
    public UseLiteral {
        given = List.copyOf(given);
    }

    /** A parameter, its place in the call, and its value if that is a literal. */
    public record Given(String name, int line, int column, Optional<Value> value) {}

    /** A literal value and its place. */
    public record Value(Object value, int line, int column) {}
}
