package io.retake.dsl.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The folders of past runs, one each, newest names last; only the latest are kept. */
final class Runs {
    private static final int KEPT = 50;
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);
    private final Path stateFolder;
    private final Path folder;
    private final Clock clock;

    Runs(Path stateFolder, Clock clock) {
        this.stateFolder = stateFolder;
        this.folder = stateFolder.resolve("runs");
        this.clock = clock;
    }

    /** A name that no other run has, in the order of time. */
    String newId() {
        return NAME.format(clock.instant()) + "-" + Integer.toHexString(new SecureRandom().nextInt() | 0x10000000);
    }

    /** The journal of a new run, with what its first line says. */
    Journal journal(String id, Consumer<ObjectNode> heading) {
        return new Journal(stateFolder, folder.resolve(id), heading);
    }

    /** The latest run of a script, when it did not come to its end. */
    Optional<Past> interrupted(String script, String backend) {
        for (Path run : newestFirst()) {
            try {
                Past past = Past.read(run.resolve(Journal.FILE));
                if (past.script().equals(script) && past.backend().equals(backend)) {
                    return past.ended() ? Optional.empty() : Optional.of(past);
                }
            } catch (IOException | UncheckedIOException unreadable) {
                // A run that can't be read can't be taken up; an older one of this script may be.
            }
        }
        return Optional.empty();
    }

    /** Adds to the journal of a run that is over that a step of it is over too; does nothing when the journal is gone. */
    void over(UnfinishedStep step) {
        Path journal = folder.resolve(step.run()).resolve(Journal.FILE);
        try {
            // A line that the end of its process cut off must not swallow this one.
            String line = "\n{\"entry\":\"over\",\"step\":" + step.number() + "}\n";
            Files.writeString(journal, line, StandardOpenOption.APPEND);
        } catch (IOException gone) {
            return; // then it is picked up, and told of, once more
        }
    }

    /** The folders, newest first. */
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

    /** Removes the oldest folders. */
    void sweep() {
        newestFirst().stream().skip(KEPT).forEach(old -> {
            try {
                Files.deleteIfExists(old.resolve(Journal.FILE));
                Files.deleteIfExists(old);
            } catch (IOException e) {
                return; // another process may sweep the same folder; what remains goes next time
            }
        });
    }
}
