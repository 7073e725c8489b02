package io.retake.dsl.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The {@code to:} of an export, composed of texts and parameters, so that it is known before the script runs.
 *
 * @param name the parts of the name
 * @param extension the file extension of the format
 * @param replace whether the script permits, or may permit at run time, replacing any file of that name
 * @param line from 1
 * @param column from 1
 */
public record OutputLiteral(List<Part> name, String extension, boolean replace, int line, int column) {
    public OutputLiteral {
        name = List.copyOf(name);
    }

    /**
     * A part of a name.
     *
     * @param parameter whether it is a parameter's value
     * @param text the text, or the parameter's name
     */
    public record Part(boolean parameter, String text) {}

    /** Returns the name with these parameters; empty when one of them has no value. */
    public Optional<String> name(Map<String, ?> values) {
        StringBuilder whole = new StringBuilder();
        for (Part part : name) {
            @Nullable Object value = part.parameter() ? values.get(part.text()) : part.text();
            if (value == null) {
                return Optional.empty();
            }
            whole.append(value);
        }
        return Optional.of(whole.toString()).filter(text -> !text.isBlank());
    }
}
