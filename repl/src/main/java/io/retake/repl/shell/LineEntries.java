package io.retake.repl.shell;

import io.retake.dsl.prompt.Entry;
import io.retake.dsl.prompt.Evaluator;
import io.retake.repl.shell.session.ShellSession;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Finds the entries that typed lines made, by the lines' numbers in the history. For the prompt's thread. */
final class LineEntries {
    private final ShellSession session;
    private final TreeMap<Integer, EntryRange> made = new TreeMap<>();

    LineEntries(ShellSession session) {
        this.session = session;
    }

    /** Returns the number of the last entry; 0 if there is none. */
    int lastNumber() {
        return session.ready().map(Evaluator::lastNumber).orElse(0);
    }

    /** Remembers the entries of a line: those that began after entry {@code before}. */
    void note(int line, int before) {
        session.ready()
                .filter(by -> by.lastNumber() > before)
                .ifPresent(by -> made.put(line, new EntryRange(by, before + 1, by.lastNumber())));
    }

    /** Returns the ended entries of this session that a range of lines made. */
    @SuppressWarnings("ReferenceEquality") // each evaluator numbers its own entries
    List<Entry> of(int from, int to) {
        Evaluator here = session.evaluator();
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
