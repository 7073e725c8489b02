package io.retake.dsl.run;

import io.retake.core.PrivateFiles;
import io.retake.dsl.DslException;
import io.retake.dsl.plan.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/**
 * Decides where an export goes, so that footage is never overwritten: a file that Retake made, and that is still as it
 * was made, is replaced; beside any other a number is added, or the export refused when the script named it. What was
 * made is remembered by place, size and time in the state folder. Thread-safe.
 */
final class OutputNames {
    private final Path workingFolder;
    private final Path stateFolder;
    private final Path memory;
    private final Set<Path> taken = new HashSet<>();
    private final Set<Path> footage = new HashSet<>();

    OutputNames(Path workingFolder, Path stateFolder) {
        this.workingFolder = workingFolder;
        this.stateFolder = stateFolder;
        this.memory = stateFolder.resolve("outputs");
    }

    /** A file that the run reads must not be written by it. */
    synchronized void isFootage(Path file) {
        footage.add(file.toAbsolutePath().normalize());
    }

    /** The file that an export of a session with this title makes. */
    synchronized Path choose(Step.Export export, String title) {
        Path target = export.wanted().isEmpty() ? free(title, export.format().extension()) : wanted(export);
        taken.add(target);
        return target;
    }

    /** Remembers a file as made by Retake, as it is now. */
    void made(Path file) {
        try {
            PrivateFiles.folder(stateFolder, memory);
            Path temporary = Files.createTempFile(memory, "new", ".tmp");
            try {
                Files.writeString(temporary, stamp(file));
                Files.move(temporary, entry(file), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            return; // forgotten: the next run then adds a number instead of replacing
        }
    }

    /** Where a file's receipt goes: beside it, and over nothing that somebody else wrote. */
    synchronized Path receipt(Path film) {
        for (int number = 1; ; number++) {
            String name = film.getFileName() + ".receipt" + (number == 1 ? "" : "-" + number) + ".json";
            Path candidate = film.resolveSibling(name).toAbsolutePath().normalize();
            if (!footage.contains(candidate) && (!Files.exists(candidate) || isMade(candidate))) {
                return candidate;
            }
        }
    }

    private Path free(String title, String format) {
        String stem = safe(title);
        for (int number = 1; ; number++) {
            String name = stem + (number == 1 ? "" : "-" + number) + "." + format;
            Path candidate = workingFolder.resolve(name).toAbsolutePath().normalize();
            boolean ours = !taken.contains(candidate) && !footage.contains(candidate);
            if (ours && (!Files.exists(candidate) || isMade(candidate))) {
                return candidate;
            }
        }
    }

    private Path wanted(Step.Export export) {
        Path name = Path.of(export.wanted());
        String last = name.getFileName().toString();
        String ending = "." + export.format().extension();
        boolean ended = last.toLowerCase(Locale.ROOT).endsWith(ending);
        Path target = workingFolder
                .resolve(ended ? name : name.resolveSibling(last + ending))
                .toAbsolutePath()
                .normalize();
        if (footage.contains(target)) {
            throw new DslException("export would overwrite the footage " + target, "give it another name with to: '…'");
        }
        if (Files.isDirectory(target)) {
            throw new DslException("export can't be written to " + target + ": it is a folder", "name a file in it");
        }
        boolean ours = taken.contains(target) || isMade(target) || export.replace();
        if (Files.exists(target) && !ours) {
            throw new DslException(
                    "there is already a file " + target + ", and Retake didn't make it",
                    "give another name, or say: export " + export.kind() + ", to: '" + export.wanted()
                            + "', replace: true");
        }
        return target;
    }

    private boolean isMade(Path file) {
        try {
            return Files.readString(entry(file)).equals(stamp(file));
        } catch (IOException unknown) {
            return false;
        }
    }

    private Path entry(Path file) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(file.toString().getBytes(StandardCharsets.UTF_8));
            return memory.resolve(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String stamp(Path file) throws IOException {
        return Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis();
    }

    /** A title as a file name that every system takes. */
    private static String safe(String title) {
        String name = title.replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]", "-").strip().replaceAll("^\\.+|\\.+$", "");
        int end = name.codePointCount(0, name.length()) > 80 ? name.offsetByCodePoints(0, 80) : name.length();
        return name.isBlank() ? "retake" : name.substring(0, end);
    }
}
