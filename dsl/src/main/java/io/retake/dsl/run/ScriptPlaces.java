package io.retake.dsl.run;

import io.retake.dsl.output.Author;
import io.retake.dsl.problem.ScriptMessages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** Finds the lines of a run's scripts that an exception came from. Thread-safe. */
final class ScriptPlaces {
    private final List<Script> scripts = new CopyOnWriteArrayList<>();

    /** A script and its classes. */
    private record Script(String name, ToIntFunction<StackTraceElement> lineOf) {}

    /**
     * A line of a recipe.
     *
     * @param users the lines that used it, from the inside out
     */
    record RecipeLine(String script, int line, String users) {}

    /** Adds a script that is about to run, with its lines in a stack; 0 for those of others. */
    void add(String name, ToIntFunction<StackTraceElement> lineOf) {
        String file = Author.file(name);
        if (scripts.stream().noneMatch(script -> script.name.equals(file))) {
            scripts.add(new Script(file, lineOf));
        }
    }

    /** Returns the lines, such as {@code twofilms.groovy:17, from batch.groovy:28}; empty for none. */
    Optional<String> of(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            Map<String, Integer> lines = lines(each.getStackTrace());
            if (!lines.isEmpty()) {
                List<String> places = new ArrayList<>();
                lines.forEach((name, line) -> places.add(name + ":" + line));
                return Optional.of(String.join(ScriptMessages.text("script.called-from"), places));
            }
        }
        return Optional.empty();
    }

    /** Returns the line of a recipe that it was thrown from; empty when that was in this script itself, or in none. */
    Optional<RecipeLine> recipe(Throwable thrown, String script) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            List<Map.Entry<String, Integer>> lines =
                    List.copyOf(lines(each.getStackTrace()).entrySet());
            if (!lines.isEmpty()) {
                Map.Entry<String, Integer> first = lines.get(0);
                return lines.size() == 1 || first.getKey().equals(script)
                        ? Optional.empty()
                        : Optional.of(new RecipeLine(first.getKey(), first.getValue(), users(lines)));
            }
        }
        return Optional.empty();
    }

    private static String users(List<Map.Entry<String, Integer>> lines) {
        return lines.stream()
                .skip(1)
                .map(line -> line.getKey() + ":" + line.getValue())
                .collect(Collectors.joining(ScriptMessages.text("script.called-from")));
    }

    /** Returns the innermost line of each script, the innermost script first. */
    private Map<String, Integer> lines(StackTraceElement[] stack) {
        Map<String, Integer> lines = new LinkedHashMap<>();
        for (StackTraceElement element : stack) {
            scripts.stream()
                    .filter(script -> script.lineOf.applyAsInt(element) > 0)
                    .findFirst()
                    .ifPresent(script -> lines.putIfAbsent(script.name, script.lineOf.applyAsInt(element)));
        }
        return lines;
    }
}
