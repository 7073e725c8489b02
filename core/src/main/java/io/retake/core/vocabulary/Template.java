package io.retake.core.vocabulary;

import io.retake.core.edit.Verb;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The canonical sentence of an operation, from {@link Verb#sentence()}: one template that writes and reads. */
public final class Template {
    private static final Pattern GROUP = Pattern.compile("\\[(?:(\\w+)\\?)?([^\\]]*)]|([^\\[]+)");
    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");

    private final List<Part> parts;
    private final Map<String, Argument> arguments;
    private final Pattern pattern;

    /** A section of the sentence; optional ones are omitted when their arguments have their defaults. */
    private record Part(String text, boolean optional, Optional<String> flag, List<String> slots) {}

    private Template(List<Part> parts, Map<String, Argument> arguments) {
        this.parts = parts;
        this.arguments = arguments;
        StringBuilder regex = new StringBuilder("(?is)");
        parts.forEach(part -> regex.append(expression(part)));
        this.pattern = Pattern.compile(regex.append("\\.?").toString());
    }

    static Template of(String sentence, List<Argument> arguments) {
        Map<String, Argument> byName = new LinkedHashMap<>();
        arguments.forEach(a -> byName.put(a.name(), a));
        List<Part> parts = new ArrayList<>();
        Matcher group = GROUP.matcher(sentence);
        while (group.find()) {
            boolean optional = group.group(3) == null;
            String text = optional ? group.group(2) : group.group(3);
            List<String> slots =
                    SLOT.matcher(text).results().map(m -> m.group(1)).toList();
            parts.add(new Part(text, optional, Optional.ofNullable(group.group(1)), slots));
        }
        return new Template(List.copyOf(parts), byName);
    }

    /**
     * Returns whether this sentence is the one for these values: it leaves none out, and one that it always says isn't
     * the default.
     */
    boolean says(Map<String, Object> values) {
        Set<String> said = parts.stream()
                .flatMap(part -> Stream.concat(part.flag().stream(), part.slots().stream()))
                .collect(Collectors.toSet());
        Set<String> always = parts.stream()
                .filter(part -> !part.optional())
                .flatMap(part -> part.slots().stream())
                .collect(Collectors.toSet());
        boolean complete = values.keySet().stream().allMatch(name -> said.contains(name) || isDefault(values, name));
        return complete && (always.isEmpty() || always.stream().anyMatch(name -> !isDefault(values, name)));
    }

    private boolean isDefault(Map<String, Object> values, String name) {
        return argument(name).isDefault(value(values, name));
    }

    String write(Map<String, Object> values) {
        StringBuilder out = new StringBuilder();
        for (Part part : parts) {
            if (!part.optional() || isNeeded(part, values)) {
                out.append(SLOT.matcher(part.text())
                        .replaceAll(m ->
                                Matcher.quoteReplacement(argument(m.group(1)).write(value(values, m.group(1))))));
            }
        }
        return out.toString();
    }

    Optional<Map<String, Object>> read(String sentence) {
        Matcher matcher = pattern.matcher(sentence.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (Part part : parts) {
            part.flag().ifPresent(flag -> values.put(flag, matcher.group(flag) != null));
            for (String slot : part.slots()) {
                String text = matcher.group(slot);
                if (text != null) {
                    Object value = argument(slot).notation().read().apply(text).orElse(null);
                    if (value == null) {
                        return Optional.empty();
                    }
                    values.put(slot, value);
                }
            }
        }
        return Optional.of(values);
    }

    private boolean isNeeded(Part part, Map<String, Object> values) {
        return part.flag()
                .map(flag -> value(values, flag).equals(true))
                .orElseGet(() -> part.slots().stream().anyMatch(s -> !isDefault(values, s)));
    }

    private String expression(Part part) {
        StringBuilder regex = new StringBuilder();
        Matcher slot = SLOT.matcher(part.text());
        int end = 0;
        while (slot.find()) {
            regex.append(Pattern.quote(part.text().substring(end, slot.start())));
            String name = slot.group(1);
            regex.append("(?<")
                    .append(name)
                    .append(">")
                    .append(argument(name).notation().pattern())
                    .append(")");
            end = slot.end();
        }
        regex.append(Pattern.quote(part.text().substring(end)));
        String named = part.flag().map(f -> "(?<" + f + ">" + regex + ")").orElse(regex.toString());
        return part.optional() ? "(?:" + named + ")?" : named;
    }

    private Argument argument(String name) {
        Argument argument = arguments.get(name);
        if (argument == null) {
            throw new IllegalStateException("the sentence names '" + name + "', which is no argument");
        }
        return argument;
    }

    private static Object value(Map<String, Object> values, String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("no value for '" + name + "'");
        }
        return value;
    }
}
