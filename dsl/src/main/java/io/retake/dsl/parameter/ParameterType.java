package io.retake.dsl.parameter;

import io.retake.core.FileNames;
import io.retake.core.RetakeException;
import io.retake.core.edit.value.FrameSize;
import io.retake.core.edit.value.Level;
import io.retake.core.vocabulary.Notations;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The types of a script's parameters, each with its word in a script and the way to read a text. */
public enum ParameterType {
    /** Any text. */
    TEXT("text", String.class, "text"),
    /** A whole number. */
    INTEGER("integer", Integer.class, "a whole number such as 3"),
    /** A decimal number. */
    DECIMAL("decimal", BigDecimal.class, "a number such as 1.5"),
    /** True or false. */
    FLAG("flag", Boolean.class, "true or false"),
    /** A file that exists. */
    FILE("file", Path.class, "a file that exists"),
    /** Films: one, those of a folder, or those that match a pattern. */
    FILES("files", List.class, "a file, a folder of videos, or a pattern such as 'old/*.mp4'"),
    /** A length of time. */
    DURATION("duration", Duration.class, "a duration such as 2s, 500ms or 0:12.5"),
    /** A picture size. */
    SIZE("size", FrameSize.class, "a size such as 1080p, 4k or 1920x1080"),
    /** A level. */
    LEVEL("level", Level.class, "a level such as 35% or -6dB"),
    /** One of several words. */
    CHOICE("choice", String.class, "one of its choices");

    private final String word;
    private final Class<?> javaType;
    private final String hint;

    ParameterType(String word, Class<?> javaType, String hint) {
        this.word = word;
        this.javaType = javaType;
        this.hint = hint;
    }

    /** Returns the word in a script. */
    public String word() {
        return word;
    }

    /** Returns the class of its values in a script. */
    public Class<?> javaType() {
        return javaType;
    }

    /** Returns the expected value, for the user. */
    public String hint() {
        return hint;
    }

    /** Returns the type with this word. */
    public static Optional<ParameterType> named(String word) {
        return Arrays.stream(values())
                .filter(t -> t != CHOICE && t.word.equals(word))
                .findFirst();
    }

    /** Returns the words of {@link #named}. */
    public static List<String> words() {
        return Arrays.stream(values())
                .filter(t -> t != CHOICE)
                .map(ParameterType::word)
                .toList();
    }

    /**
     * Converts a text, or an object from a host program, to a value.
     *
     * @throws IllegalArgumentException when it is invalid; the message gives the expected and the actual value
     */
    public Object read(Object given) {
        Object value = given instanceof CharSequence text ? fromText(text.toString()) : fromObject(given);
        if (value == null) {
            throw new IllegalArgumentException("expected " + hint + ", found '" + given + "'");
        }
        return value;
    }

    private @org.jspecify.annotations.Nullable Object fromText(String text) {
        try {
            return switch (this) {
                case TEXT, CHOICE -> text;
                case INTEGER -> Integer.valueOf(text.strip());
                case DECIMAL -> new BigDecimal(text.strip());
                case FLAG -> Notations.FLAG.from(text.strip());
                case FILE -> text.isBlank() ? null : Path.of(text);
                case FILES -> text.isBlank() ? null : List.of(text);
                case DURATION -> Notations.LENGTH.from(text);
                case SIZE -> Notations.SIZE.from(text);
                case LEVEL -> Notations.LEVEL.from(text);
            };
        } catch (InvalidPathException e) {
            RetakeException why = FileNames.problem(e);
            throw new IllegalArgumentException(why.getMessage() + "; " + why.advice(), e);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private @org.jspecify.annotations.Nullable Object fromObject(Object given) {
        if (this == FILES) {
            List<?> all = given instanceof List<?> list ? list : List.of(given);
            return all.isEmpty() ? null : all.stream().map(String::valueOf).toList();
        }
        if (javaType.isInstance(given)) {
            return given;
        }
        if (given instanceof Number number && this == INTEGER) {
            return number.doubleValue() == number.intValue() ? number.intValue() : null;
        }
        if (given instanceof Number number && this == DECIMAL) {
            return new BigDecimal(number.toString());
        }
        if (given instanceof java.io.File file && this == FILE) {
            return file.toPath();
        }
        try {
            return this == LEVEL ? Notations.LEVEL.from(given) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
