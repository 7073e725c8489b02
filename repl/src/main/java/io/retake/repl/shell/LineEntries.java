package io.retake.repl.shell;

import io.retake.dsl.prompt.Entry;
import io.retake.dsl.prompt.Evaluator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Maps the numbers of history lines to the entries that they made. For the prompt's thread. */
final class LineEntries {
    private final TreeMap<Integer, EntryRange> made = new TreeMap<>();

    /** Records the entries of a line: those numbered above {@code before}. */
    void note(int line, Optional<Evaluator> evaluator, int before) {
        evaluator
                .filter(by -> by.lastNumber() > before)
                .ifPresent(by -> made.put(line, new EntryRange(by, before + 1, by.lastNumber())));
    }

    /** Returns the finished entries that a range of lines made in the given evaluator. */
    @SuppressWarnings("ReferenceEquality") // entry numbers are per evaluator
    List<Entry> of(int from, int to, Evaluator here) {
        List<Entry> found = new ArrayList<>();
        made.subMap(from, true, Math.max(from, to), true).values().stream()
                .filter(line -> line.by == here)
                .forEach(line -> here.entries().stream()
                        .filter(entry -> entry.number() >= line.first && entry.number() <= line.last)
                        .forEach(found::add));
        return found;
    }

    private record EntryRange(Evaluator by, int first, int last) {}
}
