package io.retake.repl.shell.history;

import io.retake.repl.view.HistoryView.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Converts an entry to and from a line of the file: time, session and number, kind, outcome, milliseconds and text,
 * separated by tabs. In the text, backslashes, tabs and line breaks are escaped as in Java.
 */
final class HistoryLine {
    private static final int FIELDS = 6;

    private HistoryLine() {}

    static String write(HistoryEntry entry) {
        return entry.at() + "\t" + entry.key() + "\t" + entry.kind() + "\t"
                + entry.outcome().name().toLowerCase(Locale.ROOT) + "\t"
                + entry.took().toMillis() + "\t" + escaped(entry.text());
    }

    /** Parses an entry; empty for a malformed line. */
    static Optional<HistoryEntry> read(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS) {
            return Optional.empty();
        }
        int slash = fields[1].indexOf('/');
        try {
            HistoryEntry entry = new HistoryEntry(
                    fields[1].substring(0, slash),
                    Integer.parseInt(fields[1].substring(slash + 1)),
                    Instant.parse(fields[0]),
                    fields[2],
                    Outcome.valueOf(fields[3].toUpperCase(Locale.ROOT)),
                    Duration.ofMillis(Long.parseLong(fields[4])),
                    plain(fields[5]));
            return entry.text().isBlank() ? Optional.empty() : Optional.of(entry);
        } catch (RuntimeException broken) {
            return Optional.empty();
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String plain(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
                c = switch (text.charAt(i)) {
                    case 't' -> '\t';
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    default -> text.charAt(i);
                };
            }
            plain.append(c);
        }
        return plain.toString();
    }
}
