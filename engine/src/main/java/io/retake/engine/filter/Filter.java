package io.retake.engine.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One FFmpeg filter with its arguments, in the order in which FFmpeg reads them. Immutable.
 *
 * @param name such as {@code scale}; with an instance name ({@code drawtext@p0}) where commands address it
 * @param arguments positional ones first
 */
public record Filter(String name, List<Argument> arguments) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]+(@[a-z0-9]+)?");

    /** @throws IllegalArgumentException if FFmpeg would misread the name or a positional argument after a named one */
    public Filter {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("\"" + name + "\" is not the name of a filter.");
        }
        arguments = List.copyOf(arguments);
        boolean named = false;
        for (Argument argument : arguments) {
            if (named && !argument.isNamed()) {
                throw new IllegalArgumentException("The filter " + name + " has the positional value \""
                        + argument.value() + "\" after a named one.");
            }
            named = argument.isNamed();
        }
    }

    /** Returns a filter without arguments. */
    public static Filter of(String name) {
        return new Filter(name, List.of());
    }

    /** Returns a filter with positional arguments. */
    public static Filter of(String name, String... values) {
        return new Filter(
                name,
                Arrays.stream(values)
                        .map(value -> new Argument("", value, false))
                        .toList());
    }

    /** Returns a filter with positional numbers. */
    public static Filter of(String name, long... values) {
        return of(name, Arrays.stream(values).mapToObj(String::valueOf).toArray(String[]::new));
    }

    /** Returns a filter whose only argument is a quoted expression. */
    public static Filter quoted(String name, String expression) {
        return new Filter(name, List.of(new Argument("", expression, true)));
    }

    /** Returns this filter with one more named argument. */
    public Filter with(String key, String value) {
        return and(new Argument(key, value, false));
    }

    /** Returns this filter with one more named number. */
    public Filter with(String key, long value) {
        return with(key, String.valueOf(value));
    }

    /** Returns this filter with one more named argument that is an expression, in quotes. */
    public Filter withQuoted(String key, String expression) {
        return and(new Argument(key, expression, true));
    }

    private Filter and(Argument argument) {
        List<Argument> more = new ArrayList<>(arguments);
        more.add(argument);
        return new Filter(name, more);
    }

    /** Returns the filter's name without the name of its instance. */
    public String type() {
        int at = name.indexOf('@');
        return at < 0 ? name : name.substring(0, at);
    }

    /** Returns what FFmpeg reads. */
    public String text() {
        return arguments.isEmpty()
                ? name
                : name + "=" + arguments.stream().map(Argument::text).collect(Collectors.joining(":"));
    }

    /** Returns the text of filters that follow one another. */
    public static String text(List<Filter> filters) {
        return filters.stream().map(Filter::text).collect(Collectors.joining(","));
    }

    /**
     * One argument.
     *
     * @param key empty for a positional argument
     * @param value as the filter is to get it
     * @param quoted whether to write it in quotes, for expressions, which are unreadable with a backslash before each comma
     */
    public record Argument(String key, String value, boolean quoted) {
        private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_]*");
        private static final Pattern LIKE_NAMED = Pattern.compile("\\s*[A-Za-z0-9_]+\\s*=.*", Pattern.DOTALL);

        /** @throws IllegalArgumentException if FFmpeg would read another key */
        public Argument {
            if (!KEY.matcher(key).matches()) {
                throw new IllegalArgumentException("\"" + key + "\" is not the name of an argument.");
            }
            if (key.isEmpty() && LIKE_NAMED.matcher(value).matches()) {
                throw new IllegalArgumentException("FFmpeg would read \"" + value + "\" as a named argument.");
            }
        }

        boolean isNamed() {
            return !key.isEmpty();
        }

        String text() {
            String written = quoted ? FilterEscaping.quoted(value) : FilterEscaping.escaped(value);
            return isNamed() ? key + "=" + written : written;
        }
    }
}
