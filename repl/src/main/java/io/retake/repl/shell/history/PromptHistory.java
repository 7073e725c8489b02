package io.retake.repl.shell.history;

import io.retake.repl.message.ProgramMessages;
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
 * The history of this prompt and of others, both earlier and concurrent ones. Each entry is written when it begins and
 * again when it has ended, so that one whose prompt was killed is kept too. If the disk can't be written, the prompt
 * continues and reports that once. Thread-safe.
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
     * Creates a history in a file shared with other prompts. The first call that needs the file reads it.
     *
     * @param kept returns whether to write an entry; called for each
     */
    public static PromptHistory in(Path file, Secrets secrets, Clock clock, BooleanSupplier kept) {
        return new PromptHistory(new HistoryFile(file, MOST_BYTES), secrets, clock, name(clock), kept);
    }

    /** Creates a history in memory only. */
    public static PromptHistory unkept(Secrets secrets, Clock clock) {
        return new PromptHistory(null, secrets, clock, name(clock), () -> false);
    }

    /** Creates a session name that sorts by time. */
    private static String name(Clock clock) {
        return Long.toHexString(clock.millis()) + "-" + ProcessHandle.current().pid();
    }

    /**
     * Records the beginning of an entry.
     *
     * @return its number; empty if it is not recorded because it begins with a space or contains a secret
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

    /** Returns whether a text is not recorded because of its content. */
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
            problem = Optional.of(ProgramMessages.text("history.not-saved", full));
        }
    }

    /** Drops the oldest entries, superseded lines and malformed ones. */
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
            problem = Optional.of(ProgramMessages.text("history.unreadable", unreadable));
        }
    }

    /** Returns the first failure of the file, once. */
    public synchronized Optional<String> problem() {
        Optional<String> now = told ? Optional.empty() : problem;
        told |= problem.isPresent();
        return now;
    }

    /** Returns a number that grows with each change; never waits. */
    long changes() {
        return changes.get();
    }

    /** Returns the entries of other prompts read so far, oldest first. */
    public synchronized List<HistoryEntry> others() {
        return List.copyOf(others.values());
    }

    /** Returns the entries of this prompt, oldest first. */
    public synchronized List<HistoryEntry> own() {
        return List.copyOf(own);
    }

    /** Returns the session name of this prompt. */
    public String session() {
        return session;
    }
}
