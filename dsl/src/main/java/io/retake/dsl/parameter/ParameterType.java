package io.retake.dsl.parameter;

import io.retake.core.FileNames;
import io.retake.core.RetakeException;
import io.retake.core.edit.value.FrameSize;
import io.retake.core.edit.value.Level;
import io.retake.core.vocabulary.Notations;
import io.retake.dsl.problem.ScriptMessages;
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
    INTEGER("integer", Integer.class, ScriptMessages.text("value.integer")),
    /** A decimal number. */
    DECIMAL("decimal", BigDecimal.class, ScriptMessages.text("value.decimal")),
    /** True or false. */
    FLAG("flag", Boolean.class, ScriptMessages.text("value.flag")),
    /** A file that exists. */
    FILE("file", Path.class, ScriptMessages.text("value.file")),
    /** Films: one, those of a folder, or those that match a pattern. */
    FILES("files", List.class, ScriptMessages.text("value.files")),
    /** A length of time. */
    DURATION("duration", Duration.class, ScriptMessages.text("value.duration")),
    /** A picture size. */
    SIZE("size", FrameSize.class, ScriptMessages.text("value.size")),
    /** A level. */
    LEVEL("level", Level.class, ScriptMessages.text("value.level")),
    /** One of several words. */
    CHOICE("choice", String.class, ScriptMessages.text("value.choice"));

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
            throw new IllegalArgumentException(ScriptMessages.text("value.wrong", hint, given));
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
