package io.retake.core.vocabulary;

import io.retake.core.CoreMessages;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads and writes the values of one type: in sentences and JSON, and in scripts. Thread-safe.
 *
 * @param <T> the type of the values; {@code read(write(v))} is {@code v}
 * @param type the class of the values
 * @param hint the expected form, for messages and help: {@code a time such as 2.s, '0:12.5' or 'the end'}
 * @param pattern a regular expression without capturing groups that matches every output of {@code write}
 * @param write formats a value for a canonical sentence
 * @param read the inverse; empty when the text is not of this type; throws {@link IllegalArgumentException} with a
 *     sentence for the user when it is out of range
 * @param script formats a value as a literal in a script
 * @param convert converts a value from a script or JSON ({@link java.time.Duration}, {@link Number}, {@link
 *     Percentage}, {@link Boolean}); empty when it cannot; texts are tried with {@code read} after it
 */
public record Notation<T>(
        Class<T> type,
        String hint,
        String pattern,
        Function<T, String> write,
        Function<String, Optional<T>> read,
        Function<T, String> script,
        Function<Object, Optional<T>> convert) {

    /** Writes a value for a canonical sentence. */
    public String write(Object value) {
        return write.apply(type.cast(value));
    }

    /** Writes a value as a literal of a script. */
    public String script(Object value) {
        return script.apply(type.cast(value));
    }

    /**
     * Converts a value from a script or JSON.
     *
     * @throws IllegalArgumentException with a sentence for the user when it is invalid
     */
    public T from(Object given) {
        if (type.isInstance(given)) {
            return type.cast(given);
        }
        Optional<T> converted = convert.apply(given);
        if (converted.isEmpty() && given instanceof CharSequence text) {
            converted = read.apply(text.toString().strip());
        }
        return converted.orElseThrow(
                () -> new IllegalArgumentException(CoreMessages.text("value.unexpected", hint, shown(given))));
    }

    private static String shown(Object given) {
        return given instanceof CharSequence text
                ? "'" + text + "'"
                : given + " (" + given.getClass().getSimpleName() + ")";
    }
}
