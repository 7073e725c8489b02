package io.retake.repl.shell;

import io.retake.dsl.prompt.Entry;
import io.retake.dsl.prompt.Evaluator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Which entries the typed lines made, by the lines' numbers in the history. For the prompt's thread. */
final class LineEntries {
    private final TreeMap<Integer, Made> made = new TreeMap<>();

    /** Remembers what a line made: what began since {@code before}. */
    void note(int line, Optional<Evaluator> evaluator, int before) {
        evaluator
                .filter(by -> by.lastNumber() > before)
                .ifPresent(by -> made.put(line, new Made(by, before + 1, by.lastNumber())));
    }

    /** The entries that the lines from one number to another made, as far as they are over, in this evaluator. */
    @SuppressWarnings("ReferenceEquality") // another one has numbers of its own
    List<Entry> of(int from, int to, Evaluator here) {
        List<Entry> found = new ArrayList<>();
        made.subMap(from, true, Math.max(from, to), true).values().stream()
                .filter(line -> line.by == here)
                .forEach(line -> here.entries().stream()
                        .filter(entry -> entry.number() >= line.first && entry.number() <= line.last)
                        .forEach(found::add));
        return found;
    }

    private record Made(Evaluator by, int first, int last) {}
}
