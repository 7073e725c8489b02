package io.retake.repl.shell.history;

import io.retake.repl.view.HistoryView.Outcome;
import java.util.List;
import java.util.Optional;

/** Suggests earlier lines that begin as typed. Thread-safe. */
public final class Suggestions {
    private final PromptHistory history;
    private long seen = -1;
    private List<HistoryEntry> others = List.of();
    private List<HistoryEntry> own = List.of();
    private String typed = "";
    private String rest = "";

    /** @param history the history to search; entries not read yet are not found */
    public Suggestions(PromptHistory history) {
        this.history = history;
    }

    /**
     * Returns the rest of the last line that begins as typed and did not fail, or else of the last that failed; empty for
     * none. Quick, because every key calls it more than once.
     */
    public synchronized String rest(String begun) {
        boolean changed = seen != history.changes();
        if (changed) {
            seen = history.changes();
            others = history.others();
            own = history.own();
        }
        if (changed || !begun.equals(typed)) {
            typed = begun;
            rest = begun.isBlank() ? "" : search(begun);
        }
        return rest;
    }

    private String search(String begun) {
        Optional<String> found = last(own, begun, false)
                .or(() -> last(others, begun, false))
                .or(() -> last(own, begun, true))
                .or(() -> last(others, begun, true));
        return found.map(line -> line.substring(begun.length())).orElse("");
    }

    private static Optional<String> last(List<HistoryEntry> entries, String begun, boolean failed) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            HistoryEntry entry = entries.get(i);
            if ((entry.outcome() == Outcome.FAILED) == failed
                    && entry.text().length() > begun.length()
                    && entry.text().startsWith(begun)) {
                return Optional.of(entry.text());
            }
        }
        return Optional.empty();
    }

    /** Returns a rest up to the end of its first word. */
    public static String word(String rest) {
        int end = 0;
        while (end < rest.length() && !Character.isLetterOrDigit(rest.codePointAt(end))) {
            end += Character.charCount(rest.codePointAt(end));
        }
        while (end < rest.length() && Character.isLetterOrDigit(rest.codePointAt(end))) {
            end += Character.charCount(rest.codePointAt(end));
        }
        return rest.substring(0, end);
    }
}
