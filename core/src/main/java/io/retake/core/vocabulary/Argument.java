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

    /** Returns whether it may be left out and has no value then; its value is an {@link Optional}. */
    public boolean optional() {
        return fallback.filter(Optional.class::isInstance).isPresent();
    }

    /** Writes a value for a canonical sentence; empty where none is given. */
    public String write(Object value) {
        return value instanceof Optional<?> given ? given.map(notation::write).orElse("") : notation.write(value);
    }

    /** Writes a value as a literal of a script. */
    String script(Object value) {
        return notation.script(value instanceof Optional<?> given ? given.orElseThrow() : value);
    }

    /**
     * Converts a value from a script or JSON.
     *
     * @throws IllegalArgumentException with a sentence for the user when it is invalid
     */
    Object from(Object given) {
        if (!optional()) {
            return notation.from(given);
        }
        return given instanceof Optional<?> ? given : Optional.of(notation.from(given));
    }

    boolean isDefault(Object value) {
        return fallback.isPresent() && fallback.get().equals(value);
    }
}
