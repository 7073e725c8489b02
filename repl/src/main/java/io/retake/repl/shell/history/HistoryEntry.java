package io.retake.repl.shell.history;

import io.retake.repl.view.HistoryView.Outcome;
import java.time.Duration;
import java.time.Instant;

/**
 * Something that was typed. Immutable.
 *
 * @param session which prompt it was typed at; later prompts have names that sort later
 * @param number from 1, among what was typed there
 * @param at when
 * @param kind what it was taken for: {@code statement}, {@code sentence}, {@code command}, or another word
 * @param outcome what became of it
 * @param took how long it was
 * @param text as it was typed, of several lines perhaps
 */
public record HistoryEntry(
        String session, int number, Instant at, String kind, Outcome outcome, Duration took, String text) {

    HistoryEntry ended(Outcome how, Duration after) {
        return new HistoryEntry(session, number, at, kind, how, after, text);
    }

    /** Names it among all entries of all prompts. */
    String key() {
        return session + "/" + number;
    }
}
