package io.retake.core.vocabulary;

import java.util.Optional;

/**
 * One argument of an operation, as its record declares it.
 *
 * @param name its name in scripts and JSON
 * @param help what it means
 * @param notation how its values are written and read
 * @param positional whether it may be given without its name
 * @param file whether it names a file of the session
 * @param fallback the value when it is not given; empty when it must be
 */
public record Argument(
        String name, String help, Notation<?> notation, boolean positional, boolean file, Optional<Object> fallback) {

    /** True when there is no default. */
    public boolean required() {
        return fallback.isEmpty();
    }

    boolean isDefault(Object value) {
        return fallback.isPresent() && fallback.get().equals(value);
    }
}
