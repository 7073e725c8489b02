package io.retake.repl.view;

import io.retake.repl.message.ProgramMessages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A progress line for a transfer, for a given width:
 *
 * <pre>Uploading interview.mp4  ██████████░░░░░░░░░░   45 %   0:04 left  4.2 MB/s  12 MB of 27 MB</pre>
 *
 * A narrow terminal loses, in this order: the amount, the rate, the word "left", the verb.
 */
final class Bar {
    private static final int BAR_LEAST = 8;
    private static final int BAR_MOST = 24;
    /** A name up to this length stays whole; less important numbers yield to it. */
    private static final int NAME_WHOLE = 20;

    private static final int LEVELS = 4;
    private static final String GAP = "  ";
    /** Filled eighths of a cell, so that a slow transfer visibly moves. */
    private static final String[] EIGHTHS = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};

    private final Theme theme;

    Bar(Theme theme) {
        this.theme = theme;
    }

    /** Returns a line of at most {@code columns - 1} columns: after the last one, some terminals wrap. */
    String line(Transfer transfer, Pace pace, int columns) {
        int room = Math.max(1, columns - 1);
        int wanted = Math.min(NAME_WHOLE, Columns.width(transfer.name())) + GAP.length() + BAR_LEAST;
        int level = 0;
        while (level < LEVELS - 1 && restFor(transfer, pace, room, level) < wanted) {
            level++;
        }
        int rest = restFor(transfer, pace, room, level);
        int name = Math.min(Columns.width(transfer.name()), Math.max(0, rest - GAP.length() - BAR_LEAST));
        int bar = Math.min(BAR_MOST, rest - name - GAP.length());
        if (bar < BAR_LEAST) {
            return Columns.fit(transfer.name() + " " + Amounts.percent(transfer.fraction()), room, theme.ellipsis());
        }
        return verb(transfer, level)
                + Columns.fill(Columns.fit(transfer.name(), name, theme.ellipsis()), name)
                + GAP
                + bar(transfer.fraction(), bar)
                + numbers(transfer, pace, level).stripTrailing();
    }

    private static int restFor(Transfer transfer, Pace pace, int room, int level) {
        return room - Columns.width(verb(transfer, level)) - Columns.width(numbers(transfer, pace, level));
    }

    private static String verb(Transfer transfer, int level) {
        return level < LEVELS - 1 ? transfer.what() + " " : "";
    }

    /** Formats the numbers at fixed widths, so that nothing jumps as they grow. */
    private static String numbers(Transfer transfer, Pace pace, int level) {
        List<String> shown = new ArrayList<>();
        shown.add(right(Amounts.percent(transfer.fraction()), 5));
        String left = pace.left().map(Amounts::clock).orElse("");
        shown.add(
                level >= 2
                        ? right(left, 5)
                        : right(left.isEmpty() ? "" : ProgramMessages.text("progress.left", left), 10));
        if (transfer.total().isPresent() && level < 2) {
            shown.add(right(rate(transfer, pace), transfer.measure() == ProgressUnit.BYTES ? 8 : 5));
        }
        if (transfer.total().isPresent() && level < 1) {
            shown.add(amount(transfer));
        }
        return GAP + String.join(GAP, shown);
    }

    private static String rate(Transfer transfer, Pace pace) {
        long total = transfer.total().orElseThrow();
        return pace.perSecond()
                .map(part -> transfer.measure().rate(part * total))
                .orElse("");
    }

    private static String amount(Transfer transfer) {
        long total = transfer.total().orElseThrow();
        String done = transfer.measure().amount(Math.round(transfer.fraction() * total));
        return ProgramMessages.text(
                "progress.of", right(done, 6), transfer.measure().amount(total));
    }

    private static String right(String text, int columns) {
        return " ".repeat(Math.max(0, columns - Columns.width(text))) + text;
    }

    private String bar(double fraction, int cells) {
        if (!theme.unicode()) {
            int done = (int) (fraction * (cells - 2));
            return "[" + theme.paint(Role.BAR_DONE, "#".repeat(done))
                    + theme.paint(Role.BAR_REST, "-".repeat(cells - 2 - done)) + "]";
        }
        int eighths = (int) (fraction * cells * 8);
        String done = "█".repeat(eighths / 8) + EIGHTHS[eighths % 8];
        return theme.paint(Role.BAR_DONE, done) + theme.paint(Role.BAR_REST, "░".repeat(cells - done.length()));
    }

    /** Returns a plain line without a bar, for a log, such as {@code Uploading interview.mp4: 25 %, 0:04 left}. */
    static String plain(Transfer transfer, Pace pace) {
        String left = pace.left()
                .filter(time -> transfer.fraction() < 1 && time.compareTo(Duration.ZERO) > 0)
                .map(time -> ProgramMessages.text("progress.and-left", Amounts.clock(time)))
                .orElse("");
        return ProgramMessages.text(
                "progress.plain", transfer.what(), transfer.name(), Amounts.percent(transfer.fraction()), left);
    }
}
