package io.retake.core.vocabulary;

import java.util.Optional;
import java.util.function.Function;

/**
 * How the values of one type are written and read: in sentences and JSON, and in scripts. Thread-safe.
 *
 * @param <T> the type of the values; {@code read(write(v))} is {@code v}
 * @param type the class of the values
 * @param hint what to write, for messages and help: {@code a time such as 2.s, '0:12.5' or 'the end'}
 * @param pattern a regular expression without capturing groups that matches whatever {@code write} produces
 * @param write the text in a canonical sentence
 * @param read the inverse; empty when the text is none of this type; {@link IllegalArgumentException} with a sentence
 *     for a person when it is one but out of range
 * @param script the literal in a script
 * @param convert makes a value of what a script or JSON gives ({@link java.time.Duration}, {@link Number}, {@link
 *     Percentage}, {@link Boolean}); empty when it can't; texts are tried with {@code read} after it
 */
public record Notation<T>(
        Class<T> type,
        String hint,
        String pattern,
        Function<T, String> write,
        Function<String, Optional<T>> read,
        Function<T, String> script,
        Function<Object, Optional<T>> convert) {

    /** The value as it stands in a canonical sentence. */
    public String write(Object value) {
        return write.apply(type.cast(value));
    }

    /** The value as a literal of a script. */
    public String script(Object value) {
        return script.apply(type.cast(value));
    }

    /**
     * The value that a script or JSON means.
     *
     * @throws IllegalArgumentException with a sentence for a person when it means none
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
                () -> new IllegalArgumentException("expected " + hint + ", found " + shown(given)));
    }

    private static String shown(Object given) {
        return given instanceof CharSequence text
                ? "'" + text + "'"
                : given + " (" + given.getClass().getSimpleName() + ")";
    }
}
