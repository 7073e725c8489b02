package io.retake.repl.shell.history;

import io.retake.repl.view.HistoryView.Outcome;
import java.time.Duration;
import java.time.Instant;

/**
 * A line that was typed, with its outcome. Immutable.
 *
 * @param session the name of its prompt; names of later prompts sort later
 * @param number from 1, among the entries of that prompt
 * @param at the time it began
 * @param kind {@code statement}, {@code sentence}, {@code command}, or another word
 * @param outcome its result; {@code OPEN} while it runs, or if its end is unknown
 * @param took its duration
 * @param text the text as typed; may contain line breaks
 */
public record HistoryEntry(
        String session, int number, Instant at, String kind, Outcome outcome, Duration took, String text) {

    HistoryEntry ended(Outcome how, Duration after) {
        return new HistoryEntry(session, number, at, kind, how, after, text);
    }

    /** Returns a key that is unique among the entries of all prompts. */
    String key() {
        return session + "/" + number;
    }
}
