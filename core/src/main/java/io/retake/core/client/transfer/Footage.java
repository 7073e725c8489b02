package io.retake.core.client.transfer;

import io.retake.core.CoreMessages;
import io.retake.core.client.http.ClientException;
import io.retake.core.client.http.Transport;
import io.retake.core.protocol.MediaType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * A file to upload, as it was when checked.
 *
 * @param bytes its size
 * @param modified its modification time: a file that changes while it is sent is rejected
 */
record Footage(Path path, MediaType type, long bytes, FileTime modified) {

    /**
     * Checks a file.
     *
     * @param limited whether the protocol's size limit applies, as it does to files that are sent
     */
    static Footage check(Path path, boolean limited) {
        MediaType type = MediaType.ofName(nameOf(path))
                .orElseThrow(() -> new ClientException.UnsupportedFile(CoreMessages.text("upload.unknown-type", path)));
        BasicFileAttributes file = attributes(path);
        if (!file.isRegularFile()) {
            throw unreadable(CoreMessages.text("upload.no-file", path), null);
        }
        if (file.size() == 0) {
            throw unreadable(CoreMessages.text("upload.empty", path), null);
        }
        if (limited && file.size() > type.kind().maxBytes()) {
            throw new ClientException.FileTooLarge(
                    CoreMessages.text("upload.too-large", path, (file.size() + (1 << 20) - 1) / (1 << 20)),
                    type.kind().maxBytes());
        }
        if (!Files.isReadable(path)) {
            throw unreadable(CoreMessages.text("upload.not-permitted", path), null);
        }
        return new Footage(path, type, file.size(), file.lastModifiedTime());
    }

    String name() {
        return nameOf(path);
    }

    /**
     * Returns the name for the wire. The HTTP library encodes quotes and line ends as browsers do; other control
     * characters are removed.
     */
    String wireName() {
        String shown = name().replaceAll("[\\p{Cntrl}&&[^\r\n]]", "_");
        int dot = shown.lastIndexOf('.') + 1;
        boolean listed = shown.substring(dot).equalsIgnoreCase(type.extension());
        // Backends recognize a type by the extension in the protocol: photo.jpeg is sent as photo.jpg.
        return listed ? shown : shown.substring(0, dot) + type.extension();
    }

    /** Returns the URL for passing it by reference. */
    String address() {
        try {
            return path.toRealPath().toUri().toString();
        } catch (IOException cause) {
            throw unreadable(CoreMessages.text("upload.not-found", path), cause);
        }
    }

    /**
     * Checks that the file has not changed.
     *
     * @throws ClientException.UnreadableFile when it has
     */
    void checkUnchanged() {
        BasicFileAttributes now = attributes(path);
        if (now.size() != bytes || !now.lastModifiedTime().equals(modified)) {
            throw changed();
        }
    }

    ClientException changed() {
        return new ClientException.UnreadableFile(
                CoreMessages.text("upload.changed", path), CoreMessages.text("upload.changed-advice"), null);
    }

    ClientException vanished(IOException cause) {
        return unreadable(CoreMessages.text("upload.cut-off", path, Transport.describe(cause)), cause);
    }

    private static BasicFileAttributes attributes(Path path) {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class);
        } catch (NoSuchFileException cause) {
            throw unreadable(CoreMessages.text("upload.missing", path.toAbsolutePath()), cause);
        } catch (IOException cause) {
            throw unreadable(CoreMessages.text("upload.unreadable", path, cause), cause);
        }
    }

    private static String nameOf(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }

    private static ClientException unreadable(String message, @Nullable Throwable cause) {
        return new ClientException.UnreadableFile(message, CoreMessages.text("upload.unreadable-advice"), cause);
    }
}
