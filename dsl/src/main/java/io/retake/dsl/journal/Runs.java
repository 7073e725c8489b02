package io.retake.dsl.journal;

import io.retake.dsl.problem.DslException;
import io.retake.dsl.problem.ScriptMessages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folders of past runs, one each, named in the order of time; only the latest are kept. */
public final class Runs {
    private static final int KEPT = 50;
    private static final int KEPT_INTERRUPTED = 200;
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);
    private final Path stateFolder;
    private final Path folder;
    private final Clock clock;

    public Runs(Path stateFolder, Clock clock) {
        this.stateFolder = stateFolder;
        this.folder = stateFolder.resolve("runs");
        this.clock = clock;
    }

    /** Returns a unique name, in the order of time. */
    public String newId() {
        return NAME.format(clock.instant()) + "-" + Integer.toHexString(new SecureRandom().nextInt() | 0x10000000);
    }

    /** Begins the journal of a new run, with its heading. */
    public Journal journal(String id, RunKey key) {
        return Journal.begin(
                stateFolder,
                folder.resolve(id),
                line -> line.put("run", id)
                        .put("path", key.script())
                        .put("backend", key.backend())
                        .put("parameters", key.parameters()));
    }

    /** A run that can be resumed. */
    public record Earlier(String id, JournalReplay past, Journal journal) {}

    /**
     * Returns the latest run with this key, and locks its journal.
     *
     * @throws DslException when the run is still active
     */
    public Optional<Earlier> latest(RunKey key) {
        Optional<Path> latest = newestFirst().stream()
                .filter(run -> keyOf(run).equals(Optional.of(key)))
                .findFirst();
        if (latest.isEmpty()) {
            return Optional.empty();
        }
        Path run = latest.get();
        Journal journal = Journal.resume(stateFolder, run).orElseThrow(() -> goesOn(run));
        Optional<JournalReplay> past = read(run); // no process writes to it now
        if (past.isEmpty()) {
            journal.close();
        }
        return past.map(known -> new Earlier(run.getFileName().toString(), known, journal));
    }

    /** Returns the number of incomplete runs of the same script on the same backend with other parameters. */
    public long othersInterrupted(RunKey key) {
        return newestFirst().stream()
                .filter(run -> keyOf(run)
                        .filter(other -> other.sameScript(key) && !other.equals(key))
                        .isPresent())
                .filter(run -> !JournalReplay.ended(run.resolve(Journal.FILE)) && !Journal.isLive(run))
                .count();
    }

    private static DslException goesOn(Path run) {
        String process = read(run)
                .map(past -> ScriptMessages.text("run.process", past.process()))
                .orElse("");
        return new DslException(ScriptMessages.text("run.goes-on", process), ScriptMessages.text("run.goes-on-advice"));
    }

    /**
     * Returns the key of a run; empty for an unreadable one, so that an older run of its script may be resumed instead.
     */
    private static Optional<RunKey> keyOf(Path run) {
        return JournalReplay.key(run.resolve(Journal.FILE));
    }

    private static Optional<JournalReplay> read(Path run) {
        try {
            return Optional.of(JournalReplay.read(run.resolve(Journal.FILE)));
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Records in the journal of an earlier run that one of its steps is over too; does nothing when the journal is
     * gone.
     */
    public void over(UnfinishedStep step) {
        Path journal = folder.resolve(step.run()).resolve(Journal.FILE);
        try {
            // A truncated last line must not swallow this one.
            String line = "\n{\"entry\":\"over\",\"step\":" + step.number() + "}\n";
            Files.writeString(journal, line, StandardOpenOption.APPEND);
        } catch (IOException gone) {
            return; // the step is then resumed, and reported, once more
        }
    }

    /** Returns the folders, newest first. */
    List<Path> newestFirst() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory)
                    .sorted(Comparator.comparing((Path p) -> p.getFileName().toString())
                            .reversed())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Deletes the oldest runs, completed ones before those that can still be resumed. */
    public void sweep() {
        List<Path> all = newestFirst();
        if (all.size() <= KEPT) {
            return;
        }
        int ended = 0;
        int interrupted = 0;
        for (Path run : all) {
            boolean done = JournalReplay.ended(run.resolve(Journal.FILE));
            boolean old = done ? ++ended > KEPT : ++interrupted > KEPT_INTERRUPTED;
            if (old && !Journal.isLive(run)) {
                remove(run);
            }
        }
    }

    private static void remove(Path run) {
        try {
            Journal.remove(run);
        } catch (IOException e) {
            return; // another process may sweep the same folder; the next sweep removes the rest
        }
    }
}
