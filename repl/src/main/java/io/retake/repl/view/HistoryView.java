package io.retake.repl.view;

import io.retake.core.protocol.TerminalText;
import io.retake.repl.message.ProgramMessages;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Lists history entries with time and outcome. Thread-safe. */
public final class HistoryView {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ROOT);
    private final Theme theme;
    private final ZoneId zone;
    private final LocalDate today;

    /**
     * @param zone the time zone of the times
     * @param today the day whose entries are shown without a date
     */
    public HistoryView(Theme theme, ZoneId zone, LocalDate today) {
        this.theme = theme;
        this.zone = zone;
        this.today = today;
    }

    /** The outcome of an entry. */
    public enum Outcome {
        /** Succeeded. */
        DONE,
        /** Failed. */
        FAILED,
        /** Stopped by the user. */
        STOPPED,
        /** Unknown: it is still running, or its prompt ended first. */
        OPEN
    }

    /**
     * An entry.
     *
     * @param address its address: its number, with a prefix for another prompt
     * @param at when it began
     * @param kind its kind of input: statement, sentence, command, or another word
     * @param took how long it took
     * @param text the typed text, possibly of several lines
     */
    public record HistoryRow(String address, Instant at, String kind, Outcome outcome, Duration took, String text) {}

    /** Formats entries in the given order; an entry of several lines keeps them. */
    public List<String> lines(List<HistoryRow> entries) {
        if (entries.isEmpty()) {
            return List.of(ProgramMessages.text("history.empty"));
        }
        int address = widest(entries, HistoryRow::address);
        int time = widest(entries, entry -> time(entry.at()));
        int kind = widest(entries, HistoryRow::kind);
        List<String> lines = new ArrayList<>();
        for (HistoryRow entry : entries) {
            List<String> text = TerminalText.clean(entry.text()).lines().toList();
            String took = entry.outcome() == Outcome.OPEN ? "" : Amounts.time(entry.took());
            String head = " ".repeat(address - entry.address().length()) + entry.address() + "  "
                    + theme.paint(Role.ASIDE, Columns.fill(time(entry.at()), time)) + "  "
                    + mark(entry.outcome()) + " "
                    + theme.paint(
                            Role.ASIDE,
                            String.format(Locale.ROOT, "%7s", took) + "  " + Columns.fill(entry.kind(), kind))
                    + "  ";
            lines.add(head + (text.isEmpty() ? "" : text.get(0)));
            int indent = address + time + kind + 18 - (theme.unicode() ? 1 : 0);
            text.stream().skip(1).forEach(line -> lines.add(" ".repeat(indent) + line));
        }
        return lines;
    }

    private static int widest(List<HistoryRow> entries, Function<HistoryRow, String> column) {
        return entries.stream()
                .mapToInt(entry -> column.apply(entry).length())
                .max()
                .orElse(0);
    }

    private String time(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        return (local.toLocalDate().equals(today) ? TIME : DAY).format(local);
    }

    private String mark(Outcome outcome) {
        String word = switch (outcome) {
            case DONE -> theme.tick();
            case FAILED -> theme.cross();
            case STOPPED -> theme.paint(Role.WARNING, theme.unicode() ? "■" : "--");
            case OPEN -> theme.paint(Role.ASIDE, theme.ellipsis());
        };
        // In ASCII the marks differ in width.
        return theme.unicode() || outcome != Outcome.FAILED ? word : word + " ";
    }
}
