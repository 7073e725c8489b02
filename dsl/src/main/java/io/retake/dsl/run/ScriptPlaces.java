package io.retake.dsl.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Finds the lines of a run's scripts that an exception came from. Thread-safe. */
final class ScriptPlaces {
    private final List<Script> scripts = new CopyOnWriteArrayList<>();

    /** A script and its classes. */
    private record Script(String name, Predicate<String> owns) {}

    /** Adds a script that is about to run. */
    void add(String name, Predicate<String> owns) {
        String file = Author.file(name);
        if (scripts.stream().noneMatch(script -> script.name.equals(file))) {
            scripts.add(new Script(file, owns));
        }
    }

    /** Returns the lines, such as {@code twofilms.groovy:17, from batch.groovy:28}; empty for none. */
    Optional<String> of(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            Map<String, Integer> lines = lines(each.getStackTrace());
            if (!lines.isEmpty()) {
                List<String> places = new ArrayList<>();
                lines.forEach((name, line) -> places.add(name + ":" + line));
                return Optional.of(String.join(", from ", places));
            }
        }
        return Optional.empty();
    }

    /** Returns the innermost line of each script, the innermost script first. */
    private Map<String, Integer> lines(StackTraceElement[] stack) {
        Map<String, Integer> lines = new LinkedHashMap<>();
        for (StackTraceElement element : stack) {
            if (element.getLineNumber() > 0) {
                scripts.stream()
                        .filter(script -> script.owns.test(element.getClassName()))
                        .findFirst()
                        .ifPresent(script -> lines.putIfAbsent(script.name, element.getLineNumber()));
            }
        }
        return lines;
    }
}
