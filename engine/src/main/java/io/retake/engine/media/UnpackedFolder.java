package io.retake.engine.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Unpacks files into a folder that is either whole or not there: written beside it, then renamed. Its stamp, written
 * last, lists each file's length; a warm start compares these and opens nothing else. Safe for several processes.
 */
final class UnpackedFolder {
    private static final String STAMP = "complete.txt";
    private static final Duration ABANDONED = Duration.ofHours(24);
    private static final Object THIS_PROCESS = new Object();

    private final Path folder;

    UnpackedFolder(Path folder) {
        this.folder = folder;
    }

    /** True when every file of the stamp is there at its length. */
    boolean isWhole() {
        try {
            List<String> lines = Files.readAllLines(folder.resolve(STAMP));
            for (String line : lines) {
                int space = line.indexOf(' ');
                if (space < 1
                        || Files.size(folder.resolve(line.substring(space + 1)))
                                != Long.parseLong(line.substring(0, space))) {
                    return false;
                }
            }
            return !lines.isEmpty();
        } catch (IOException | NumberFormatException e) {
            return false;
        }
    }

    /** Makes it whole, if it is not; waits for another process that is at it. */
    Path unpack(FileSource source) throws IOException {
        if (isWhole()) {
            return folder;
        }
        Path parent = Files.createDirectories(folder.toAbsolutePath().getParent());
        // A file lock is held by the process, so threads need a lock of their own.
        synchronized (THIS_PROCESS) {
            try (FileChannel channel =
                            FileChannel.open(sibling("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                if (held.isValid() && !isWhole()) {
                    removeAbandoned(parent);
                    replace(source);
                }
            }
        }
        return folder;
    }

    private void replace(FileSource source) throws IOException {
        Path fresh = sibling(UUID.randomUUID() + ".new");
        try {
            Files.createDirectory(fresh);
            List<String> stamp = new ArrayList<>();
            for (Map.Entry<String, BundledJar.Source> file : source.files().entrySet()) {
                Path target = fresh.resolve(file.getKey());
                try (InputStream in = file.getValue().open()) {
                    stamp.add(Files.copy(in, target) + " " + file.getKey());
                }
                makeExecutable(target);
            }
            Files.write(fresh.resolve(STAMP), stamp);
            moveIntoPlace(fresh);
        } finally {
            Folders.deleteQuietly(fresh);
        }
    }

    /** A damaged folder steps aside first: a folder that is not empty can't be renamed over. */
    private void moveIntoPlace(Path fresh) throws IOException {
        if (Files.exists(folder)) {
            Path damaged = sibling(UUID.randomUUID() + ".old");
            Files.move(folder, damaged, StandardCopyOption.ATOMIC_MOVE);
            Folders.deleteQuietly(damaged);
        }
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private void removeAbandoned(Path parent) throws IOException {
        Instant limit = Instant.now().minus(ABANDONED);
        try (Stream<Path> entries = Files.list(parent)) {
            for (Path entry : entries.toList()) {
                String name = String.valueOf(entry.getFileName());
                boolean ours = name.endsWith(".new") || name.endsWith(".old");
                if (ours && Files.getLastModifiedTime(entry).toInstant().isBefore(limit)) {
                    Folders.deleteQuietly(entry);
                }
            }
        }
    }

    private static void makeExecutable(Path file) throws IOException {
        if (Files.getFileAttributeView(file, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private Path sibling(String suffix) {
        return folder.resolveSibling(folder.getFileName() + "." + suffix);
    }

    /** Lists what to unpack; asked only when something must be unpacked. */
    interface FileSource {
        Map<String, BundledJar.Source> files() throws IOException;
    }
}
