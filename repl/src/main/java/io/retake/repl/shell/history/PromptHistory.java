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
 * The history of this prompt and of others, earlier or open at the same time. Each entry is written when it begins and
 * again when it ends, so that an entry survives the kill of its prompt. A write failure doesn't stop the prompt; it is
 * reported once. Thread-safe.
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
     * Opens a history in a file shared with other prompts; {@link #refresh} reads it.
     *
     * @param kept whether entries are saved, evaluated for each entry
     */
    public static PromptHistory in(Path file, Secrets secrets, Clock clock, BooleanSupplier kept) {
        return new PromptHistory(new HistoryFile(file, MOST_BYTES), secrets, clock, name(clock), kept);
    }

    /** Creates a history in memory only. */
    public static PromptHistory unkept(Secrets secrets, Clock clock) {
        return new PromptHistory(null, secrets, clock, name(clock), () -> false);
    }

    /** Names a prompt so that names sort by start time. */
    private static String name(Clock clock) {
        return Long.toHexString(clock.millis()) + "-" + ProcessHandle.current().pid();
    }

    /**
     * Records the start of an entry.
     *
     * @return its number; empty if it isn't recorded, because it begins with a space or contains a secret
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

    /** Whether a text isn't recorded because it may contain a secret. */
    public boolean isSecret(String text) {
        return secrets.in(text);
    }

    /** Records the end of an entry. */
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

    /** Returns the last lines, one per entry in its latest version, without invalid lines. */
    static List<String> shortened(List<String> lines, int most) {
        Map<String, HistoryEntry> entries = new LinkedHashMap<>();
        lines.forEach(line -> HistoryLine.read(line).ifPresent(entry -> entries.put(entry.key(), entry)));
        return entries.values().stream()
                .skip(Math.max(0, entries.size() - most))
                .map(HistoryLine::write)
                .toList();
    }

    /** Reads the entries that other prompts have written since the last call. */
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

    /** Returns the problem with the file, once; empty on later calls. */
    public synchronized Optional<String> problem() {
        Optional<String> now = told ? Optional.empty() : problem;
        told |= problem.isPresent();
        return now;
    }

    /** Counts changes; never blocks. */
    long changes() {
        return changes.get();
    }

    /** Returns the entries of other prompts as of the last {@link #refresh}, oldest first. */
    public synchronized List<HistoryEntry> others() {
        return List.copyOf(others.values());
    }

    /** Returns the entries of this prompt, oldest first. */
    public synchronized List<HistoryEntry> own() {
        return List.copyOf(own);
    }

    /** Returns this prompt's name in {@link HistoryEntry#session}. */
    public String session() {
        return session;
    }
}
