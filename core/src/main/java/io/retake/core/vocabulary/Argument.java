package io.retake.core.vocabulary;

import java.util.Optional;

/**
 * One argument of an operation, as its record declares it.
 *
 * @param name its name in scripts and JSON
 * @param help its meaning
 * @param notation reads and writes its values
 * @param positional whether it may be given without its name
 * @param file whether it names a file of the session
 * @param fallback the default; empty when it is required
 */
public record Argument(
        String name, String help, Notation<?> notation, boolean positional, boolean file, Optional<Object> fallback) {

    /** Returns whether there is no default. */
    public boolean required() {
        return fallback.isEmpty();
    }

    boolean isDefault(Object value) {
        return fallback.isPresent() && fallback.get().equals(value);
    }
}
