package io.retake.core.client.http;

import io.retake.core.PrivateFiles;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;

/** Small files that appear under their name complete or not at all, and that only their owner can read. */
final class OwnerOnlyFile {
    private static final FileAttribute<?> FILE_MODE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private OwnerOnlyFile() {}

    /** @param top the uppermost of the folders that are Retake's */
    static void replace(Path top, Path file, String content) throws IOException {
        Path temporary = write(top, file, content);
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException slower) {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Of several processes that try at once, the first wins and the others keep its content. */
    static void createUnlessThere(Path top, Path file, String content) throws IOException {
        Path temporary = write(top, file, content);
        try {
            Files.createLink(file, temporary);
        } catch (FileAlreadyExistsException another) {
            return;
        } catch (UnsupportedOperationException | IOException noLinks) {
            moveUnlessThere(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void moveUnlessThere(Path temporary, Path file) throws IOException {
        try {
            Files.move(temporary, file);
        } catch (FileAlreadyExistsException another) {
            return;
        }
    }

    /** Private from its first byte on: the mode is given at creation, not set afterwards. */
    private static Path write(Path top, Path file, String content) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        PrivateFiles.folder(top, folder);
        Path temporary = posix
                ? Files.createTempFile(folder, ".retake-", ".part", FILE_MODE)
                : Files.createTempFile(folder, ".retake-", ".part");
        if (!posix) {
            keepForOwner(temporary);
        }
        return Files.writeString(temporary, content);
    }

    private static void keepForOwner(Path file) throws IOException {
        AclFileAttributeView view = Files.getFileAttributeView(file, AclFileAttributeView.class);
        if (view != null) {
            view.setAcl(List.of(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(view.getOwner())
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    .build()));
        }
    }
}
