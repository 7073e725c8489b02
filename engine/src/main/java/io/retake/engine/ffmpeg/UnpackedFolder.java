package io.retake.engine.ffmpeg;

import io.retake.core.AtomicFiles;
import io.retake.core.PrivateFiles;
import io.retake.core.ProcessLock;
import io.retake.core.Sha256;
import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.process.Folders;
import io.retake.engine.process.MediaException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Unpacks programs and libraries into a folder that is either whole or not there: written beside it, then renamed. Its
 * stamp, written last, lists each file's hash and marks. A warm start compares the marks, which costs half a
 * millisecond; a file whose marks differ is hashed, and where the hash differs too, or where there is a file that does
 * not belong, everything is unpacked again: what was changed since is never run. Safe for several processes.
 */
public final class UnpackedFolder {
    private static final String STAMP = "complete.txt";
    private static final Duration ABANDONED = Duration.ofHours(24);

    private final Path top;
    private final Path folder;

    /** @param top the uppermost of the folders that are Retake's */
    public UnpackedFolder(Path top, Path folder) {
        this.top = top;
        this.folder = folder;
    }

    /** Lists what to unpack, by name; asked only when something must be unpacked. */
    @FunctionalInterface
    public interface FileSource {
        Map<String, ContentSource> files() throws IOException;
    }

    /** Opens one file's bytes. */
    @FunctionalInterface
    public interface ContentSource {
        InputStream open() throws IOException;
    }

    /** A line of the stamp. */
    private record Entry(String hash, String marks, String name) {
        static Entry parse(String line) throws IOException {
            String[] parts = line.split(" ", 3);
            if (parts.length != 3) {
                throw new IOException("a stamp of another version");
            }
            return new Entry(parts[0], parts[1], parts[2]);
        }

        String line() {
            return hash + " " + marks + " " + name;
        }
    }

    /** Returns whether every file of the stamp is there as unpacked, and nothing else. */
    boolean isWhole() {
        try {
            List<Entry> stamp = new ArrayList<>();
            for (String line : Files.readAllLines(folder.resolve(STAMP))) {
                stamp.add(Entry.parse(line));
            }
            if (stamp.isEmpty() || !names().equals(named(stamp))) {
                return false;
            }
            List<Entry> now = new ArrayList<>();
            for (Entry entry : stamp) {
                String marks = FileMarks.of(folder.resolve(entry.name()));
                if (!marks.equals(entry.marks()) && !isContent(entry)) {
                    return false;
                }
                now.add(new Entry(entry.hash(), marks, entry.name()));
            }
            if (!now.equals(stamp)) {
                restamp(now);
            }
            return true;
        } catch (IOException | MediaException e) {
            return false;
        }
    }

    private Set<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    private static Set<String> named(List<Entry> stamp) {
        Set<String> names = new HashSet<>(Set.of(STAMP));
        stamp.forEach(entry -> names.add(entry.name()));
        return names;
    }

    /** Compares content: a folder that was moved or restored from a backup has other marks and the same content. */
    private boolean isContent(Entry entry) {
        Path file = folder.resolve(entry.name());
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && ContentHash.of(file).equals(entry.hash());
    }

    private void restamp(List<Entry> entries) {
        try {
            AtomicFiles.writeCache(folder.resolve(STAMP), lines(entries));
        } catch (IOException e) {
            // A disk that is read-only or full: it is hashed again next time.
        }
    }

    private static byte[] lines(List<Entry> entries) {
        return entries.stream()
                .map(Entry::line)
                .collect(Collectors.joining("\n"))
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Unpacks the folder unless it is whole; waits for another process that is unpacking it. */
    public Path unpack(FileSource source) throws IOException {
        // Before anything in it is trusted: it is nobody else's.
        Path parent = PrivateFiles.folder(
                top, Objects.requireNonNull(folder.toAbsolutePath().getParent()));
        if (isWhole()) {
            return folder;
        }
        Path lockFile = sibling("lock");
        ProcessLock lock = ProcessLock.await(lockFile, ABANDONED)
                .orElseThrow(() -> new IOException(EngineMessages.text("folder.locked-for-a-day", lockFile)));
        try {
            if (!isWhole()) {
                removeAbandoned(parent);
                replace(source);
            }
        } finally {
            lock.close();
        }
        return folder;
    }

    private void replace(FileSource source) throws IOException {
        Path fresh = sibling(UUID.randomUUID() + ".new");
        try {
            PrivateFiles.folder(top, fresh);
            List<Entry> stamp = new ArrayList<>();
            for (Map.Entry<String, ContentSource> file : source.files().entrySet()) {
                stamp.add(unpacked(fresh.resolve(file.getKey()), file.getKey(), file.getValue()));
            }
            PrivateFiles.write(fresh.resolve(STAMP), lines(stamp));
            moveIntoPlace(fresh);
        } finally {
            Folders.deleteQuietly(fresh);
        }
    }

    private static Entry unpacked(Path target, String name, ContentSource source) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(source.open(), digest)) {
            PrivateFiles.copy(in, target);
        }
        makeExecutable(target);
        return new Entry(HexFormat.of().formatHex(digest.digest()), FileMarks.of(target), name);
    }

    /** Moves a damaged folder aside first: a folder that isn't empty can't be replaced by a rename. */
    private void moveIntoPlace(Path fresh) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            Path damaged = sibling(UUID.randomUUID() + ".old");
            AtomicFiles.move(folder, damaged);
            Folders.deleteQuietly(damaged);
        }
        AtomicFiles.move(fresh, folder);
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
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private Path sibling(String suffix) {
        return folder.resolveSibling(folder.getFileName() + "." + suffix);
    }
}
