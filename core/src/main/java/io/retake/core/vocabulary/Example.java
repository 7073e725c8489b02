package io.retake.core.vocabulary;

import io.retake.core.edit.Edit;
import io.retake.core.edit.Verb;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses the line that a {@link Verb} declares as its example. Supports only what examples contain: positional and
 * named values, texts, numbers with and without a unit, words. The compiler parses scripts.
 */
final class Example {
    /** A comma outside a text separates two values. */
    private static final Pattern PART = Pattern.compile("(?:'[^']*'|[^,'])++");

    private static final Pattern NAMED = Pattern.compile("(\\w+):\\s*(.+)");
    private static final Pattern UNIT = Pattern.compile("\\(?(-?\\d+(?:\\.\\d+)?)\\)?\\.([a-zA-Z]+)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private Example() {}

    static Edit of(Operation operation) {
        String values = operation
                .example()
                .replaceFirst("^" + operation.verb() + "(\\(\\))?\\s*", "")
                .replaceFirst("^" + operation.keyword().orElse("\\b\\B"), "");
        Iterator<Argument> places =
                operation.arguments().stream().filter(Argument::positional).iterator();
        Map<String, Object> given = new LinkedHashMap<>();
        for (String part : parts(values)) {
            Matcher named = NAMED.matcher(part);
            if (named.matches()) {
                given.put(named.group(1), value(named.group(2)));
            } else {
                given.put(places.next().name(), value(part));
            }
        }
        return operation.bind(given);
    }

    private static List<String> parts(String values) {
        List<String> parts = new ArrayList<>();
        Matcher part = PART.matcher(values);
        while (part.find()) {
            if (!part.group().isBlank()) {
                parts.add(part.group().strip());
            }
        }
        return parts;
    }

    private static Object value(String literal) {
        if (literal.startsWith("'")) {
            return literal.substring(1, literal.length() - 1);
        }
        if (literal.equals("true") || literal.equals("false")) {
            return Boolean.valueOf(literal);
        }
        if (NUMBER.matcher(literal).matches()) {
            return literal.contains(".") ? (Object) Double.valueOf(literal) : (Object) Integer.valueOf(literal);
        }
        Matcher unit = UNIT.matcher(literal);
        if (unit.matches()) {
            return unit.group(1)
                    + switch (unit.group(2)) {
                        case "percent" -> "%";
                        case "p" -> "p";
                        default -> " " + unit.group(2);
                    };
        }
        return literal.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
