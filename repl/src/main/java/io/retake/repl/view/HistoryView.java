package io.retake.repl.view;

import io.retake.core.protocol.TerminalText;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was typed, when, and what became of it. Thread-safe. */
public final class HistoryView {
    private final Theme theme;
    private final DateTimeFormatter clock;

    /** @param zone whose clock the times are of */
    public HistoryView(Theme theme, ZoneId zone) {
        this.theme = theme;
        this.clock = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
    }

    /** How it ended. */
    public enum Outcome {
        /** Well. */
        DONE,
        /** Not well. */
        FAILED,
        /** Because somebody said so. */
        STOPPED
    }

    /**
     * An entry.
     *
     * @param number from 1
     * @param at when it began
     * @param kind what it was taken for: statement, sentence, command
     * @param took how long it was
     * @param text as it was typed, of several lines perhaps
     */
    public record Line(int number, Instant at, String kind, Outcome outcome, Duration took, String text) {}

    /** Entries in their order; each keeps its lines. */
    public List<String> lines(List<Line> entries) {
        if (entries.isEmpty()) {
            return List.of("Nothing was typed yet.");
        }
        int number = String.valueOf(entries.get(entries.size() - 1).number()).length();
        int kind =
                entries.stream().mapToInt(entry -> entry.kind().length()).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (Line entry : entries) {
            List<String> text = TerminalText.clean(entry.text()).lines().toList();
            String head = " "
                            .repeat(Math.max(
                                    0, number - String.valueOf(entry.number()).length())) + entry.number() + "  "
                    + theme.paint(Role.ASIDE, clock.format(entry.at())) + "  "
                    + mark(entry.outcome()) + " "
                    + theme.paint(
                            Role.ASIDE,
                            String.format(Locale.ROOT, "%7s", Amounts.time(entry.took())) + "  "
                                    + Columns.fill(entry.kind(), kind))
                    + "  ";
            lines.add(head + (text.isEmpty() ? "" : text.get(0)));
            int indent = number + kind + 26 - (theme.unicode() ? 1 : 0);
            text.stream().skip(1).forEach(line -> lines.add(" ".repeat(indent) + line));
        }
        return lines;
    }

    private String mark(Outcome outcome) {
        String word = switch (outcome) {
            case DONE -> theme.tick();
            case FAILED -> theme.cross();
            case STOPPED -> theme.paint(Role.WARNING, theme.unicode() ? "■" : "--");
        };
        // In ASCII the marks differ in width.
        return theme.unicode() || outcome != Outcome.FAILED ? word : word + " ";
    }
}
