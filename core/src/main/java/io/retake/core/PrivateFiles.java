package io.retake.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Creates Retake's own folders (data, state, cache, configuration) and the files in them, with permissions 0700 and
 * 0600 from the start, whatever the umask. A folder of ours that others can read is tightened; one that belongs to
 * another user is rejected. On a file system without such permissions they are silently skipped.
 *
 * <p>Exports are not created here: they keep the umask.
 */
public final class PrivateFiles {
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    /** Prefixes of the names that Retake uses in its folders: {@link #holdsOnlyOurs}. */
    private static final List<String> OURS = List.of(
            "media",
            "cache",
            "samples",
            "engines",
            "trash",
            "lock",
            "runs",
            "outputs",
            "history",
            "settings",
            "init",
            "client_id",
            "tokens",
            "scripts",
            "ffmpeg",
            "onnxruntime",
            "previews",
            "startup",
            "config",
            "new-",
            "retake");

    private PrivateFiles() {}

    /**
     * Creates a folder of Retake's with its missing parents, and tightens existing ones.
     *
     * @param top Retake's topmost folder; nothing above it is changed. A folder that a user chose and that also holds
     *     other things keeps its permissions; the contents that Retake creates in it are private all the same
     * @param folder that folder, or one below it
     * @throws FileSystemException when one of them is not a folder, or belongs to another user
     */
    public static Path folder(Path top, Path folder) throws IOException {
        Path first = top.toAbsolutePath().normalize();
        Path last = folder.toAbsolutePath().normalize();
        if (!isPosix(last)) {
            return Files.createDirectories(last);
        }
        if (!last.startsWith(first)) {
            throw new IllegalArgumentException(last + " is not in " + first);
        }
        Path above = first.getParent();
        if (above != null && !Files.exists(above)) {
            // The XDG Base Directory Specification also asks for this mode for a missing data folder.
            Files.createDirectories(above, PosixFilePermissions.asFileAttribute(FOLDER));
        }
        make(first, true);
        Path current = first;
        for (Path name : first.relativize(last)) {
            if (!name.toString().isEmpty()) {
                current = current.resolve(name);
                make(current, false);
            }
        }
        return last;
    }

    /** Creates a folder that is itself Retake's topmost. */
    public static Path folder(Path top) throws IOException {
        return folder(top, top);
    }

    private static void make(Path folder, boolean top) throws IOException {
        try {
            check(folder, top);
        } catch (NoSuchFileException none) {
            try {
                Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(FOLDER));
            } catch (FileAlreadyExistsException another) {
                check(folder, top);
            }
        }
    }

    private static void check(Path folder, boolean top) throws IOException {
        PosixFileAttributes found = attributes(folder, LinkOption.NOFOLLOW_LINKS);
        requireOwner(folder, LinkOption.NOFOLLOW_LINKS);
        boolean link = found.isSymbolicLink();
        if (link) {
            // The user linked it elsewhere and controls access there; the files that we create in it are private.
            found = attributes(folder);
            requireOwner(folder);
        }
        if (!found.isDirectory()) {
            throw new FileSystemException(folder.toString(), null, CoreMessages.text("folder.not-one"));
        }
        if (!link && !found.permissions().equals(FOLDER) && (!top || isDefault(folder) || holdsOnlyOurs(folder))) {
            Files.setPosixFilePermissions(folder, FOLDER);
        }
    }

    private static PosixFileAttributes attributes(Path folder, LinkOption... how) throws IOException {
        return Files.readAttributes(folder, PosixFileAttributes.class, how);
    }

    private static void requireOwner(Path folder, LinkOption... how) throws IOException {
        if (!OwnUser.owns(folder, how)) {
            throw new FileSystemException(
                    folder.toString(),
                    null,
                    CoreMessages.text(
                            "folder.of-another-user",
                            Files.getOwner(folder, how).getName()));
        }
    }

    private static boolean isDefault(Path folder) {
        Places places = Places.of(System.getenv());
        return Stream.of(places.data(), places.state(), places.cache(), places.config())
                .anyMatch(place -> place.toAbsolutePath().normalize().equals(folder));
    }

    private static boolean holdsOnlyOurs(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString().replaceFirst("^\\.", ""))
                    .allMatch(name -> OURS.stream().anyMatch(name::startsWith));
        }
    }

    /** Creates a file, or replaces the content of an existing one. */
    public static void write(Path file, byte[] content) throws IOException {
        try (OutputStream out = newOutputStream(file)) {
            out.write(content);
        }
    }

    /** Copies into a new file. */
    public static long copy(InputStream from, Path file) throws IOException {
        try (OutputStream out = java.nio.channels.Channels.newOutputStream(
                open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            return from.transferTo(out);
        }
    }

    /** Opens a file for writing, truncating it. */
    public static OutputStream newOutputStream(Path file) throws IOException {
        return java.nio.channels.Channels.newOutputStream(
                open(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE));
    }

    /** Creates an empty file for another program to write. */
    public static Path create(Path file) throws IOException {
        return Files.createFile(file, rights(file));
    }

    /** Opens a file; if this creates it, only its owner has access. */
    public static FileChannel open(Path file, OpenOption... how) throws IOException {
        return FileChannel.open(file, Set.of(how), rights(file));
    }

    /** Restricts a file to its owner. */
    public static void restrict(Path file) throws IOException {
        if (isPosix(file) && !Files.isSymbolicLink(file)) {
            Files.setPosixFilePermissions(file, FILE);
        }
    }

    /** Restricts a file in a private folder, where a failure exposes nothing. */
    public static void restrictIfPossible(Path file) {
        try {
            restrict(file);
        } catch (IOException e) {
            return; // its folder keeps others out
        }
    }

    /** Restricts a file on file systems with access control lists instead of modes; does nothing on others. */
    static void restrictByList(Path file) throws IOException {
        AclFileAttributeView view = isPosix(file) ? null : Files.getFileAttributeView(file, AclFileAttributeView.class);
        if (view != null) {
            view.setAcl(List.of(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(view.getOwner())
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    .build()));
        }
    }

    private static FileAttribute<?>[] rights(Path file) {
        return isPosix(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(FILE)}
                : new FileAttribute<?>[0];
    }

    static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
