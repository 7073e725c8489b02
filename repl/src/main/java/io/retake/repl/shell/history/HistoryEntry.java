package io.retake.repl.shell.history;

import io.retake.repl.view.HistoryView.Outcome;
import java.time.Duration;
import java.time.Instant;

/**
 * An entry of the history. Immutable.
 *
 * @param session the prompt it was typed at; names of later prompts sort later
 * @param number its number at that prompt, from 1
 * @param at when it began
 * @param kind its kind of input: {@code statement}, {@code sentence}, {@code command}, or another word
 * @param outcome how it ended
 * @param took how long it took
 * @param text the typed text, possibly of several lines
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
