package io.retake.repl.shell.history;

import io.retake.repl.view.HistoryView.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What was typed at this prompt, and at others: earlier ones, and those that are open beside it. Each entry is written
 * when it begins and again when it has ended, so that one whose prompt was killed is there too. A disk that can't be
 * written stops nothing; it is told once. Thread-safe.
 */
public final class PromptHistory {
    private static final int MOST = 5000;
    private static final long MOST_BYTES = 4L << 20;
    private static final int LONGEST = 64 << 10;
    private final @Nullable HistoryFile file;
    private final Secrets secrets;
    private final Clock clock;
    private final String session;
    private final BooleanSupplier kept;
    private final Map<String, HistoryEntry> others = new LinkedHashMap<>();
    private final List<HistoryEntry> own = new ArrayList<>();
    private final AtomicLong changes = new AtomicLong();
    private Optional<String> problem = Optional.empty();
    private boolean told;

    private PromptHistory(
            @Nullable HistoryFile file, Secrets secrets, Clock clock, String session, BooleanSupplier kept) {
        this.file = file;
        this.secrets = secrets;
        this.clock = clock;
        this.session = session;
        this.kept = kept;
    }

    /**
     * In a file that other prompts use too; it is read by the first call that needs it.
     *
     * @param kept whether entries are written, asked for each
     */
    public static PromptHistory in(Path file, Secrets secrets, Clock clock, BooleanSupplier kept) {
        return new PromptHistory(new HistoryFile(file, MOST_BYTES), secrets, clock, name(clock), kept);
    }

    /** In memory alone. */
    public static PromptHistory unkept(Secrets secrets, Clock clock) {
        return new PromptHistory(null, secrets, clock, name(clock), () -> false);
    }

    /** Sorts by time. */
    private static String name(Clock clock) {
        return Long.toHexString(clock.millis()) + "-" + ProcessHandle.current().pid();
    }

    /**
     * Notes that something begins.
     *
     * @return its number; empty when it is not to be remembered: it begins with a space, or holds a secret
     */
    public synchronized OptionalInt begin(String kind, String text) {
        if (text.startsWith(" ") || isSecret(text)) {
            return OptionalInt.empty();
        }
        HistoryEntry entry = new HistoryEntry(
                session, own.size() + 1, clock.instant(), kind, Outcome.OPEN, Duration.ZERO, text.strip());
        own.add(entry);
        changes.incrementAndGet();
        write(entry);
        return OptionalInt.of(entry.number());
    }

    /** Whether a text would not be remembered for what is in it. */
    public boolean isSecret(String text) {
        return secrets.in(text);
    }

    /** Notes how it ended. */
    public synchronized void end(int number, Outcome outcome) {
        HistoryEntry begun = own.get(number - 1);
        HistoryEntry ended = begun.ended(outcome, Duration.between(begun.at(), clock.instant()));
        own.set(number - 1, ended);
        changes.incrementAndGet();
        write(ended);
    }

    private void write(HistoryEntry entry) {
        if (file == null || !kept.getAsBoolean() || entry.text().length() > LONGEST) {
            return;
        }
        try {
            file.append(HistoryLine.write(entry), lines -> shortened(lines, MOST));
        } catch (IOException | RuntimeException full) {
            problem = Optional.of("the history can't be saved: " + full);
        }
    }

    /** The last entries, each once as it is now, without lines that are none. */
    static List<String> shortened(List<String> lines, int most) {
        Map<String, HistoryEntry> entries = new LinkedHashMap<>();
        lines.forEach(line -> HistoryLine.read(line).ifPresent(entry -> entries.put(entry.key(), entry)));
        return entries.values().stream()
                .skip(Math.max(0, entries.size() - most))
                .map(HistoryLine::write)
                .toList();
    }

    /** Takes over what other prompts have written since the last time. */
    public synchronized void refresh() {
        if (file == null) {
            return;
        }
        try {
            for (String line : file.news()) {
                HistoryLine.read(line)
                        .filter(entry -> !entry.session().equals(session))
                        .ifPresent(entry -> {
                            others.put(entry.key(), entry);
                            changes.incrementAndGet();
                        });
            }
        } catch (IOException | RuntimeException unreadable) {
            problem = Optional.of("the history can't be read: " + unreadable);
        }
    }

    /** What went wrong with the file, the first time that something did and this is asked. */
    public synchronized Optional<String> problem() {
        Optional<String> now = told ? Optional.empty() : problem;
        told |= problem.isPresent();
        return now;
    }

    /** Grows with each change; never waits. */
    long changes() {
        return changes.get();
    }

    /** What other prompts have written, the oldest first; what is known of it, when it was not read yet nothing. */
    public synchronized List<HistoryEntry> others() {
        return List.copyOf(others.values());
    }

    /** What was typed here, the oldest first. */
    public synchronized List<HistoryEntry> own() {
        return List.copyOf(own);
    }

    /** Names this prompt among the sessions of the entries. */
    public String session() {
        return session;
    }
}
