package io.retake.repl.shell;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What can stand where the cursor is: read from disk and memory alone, never evaluated. */
final class Completions {
    private static final int MOST = 200;

    private Completions() {}

    /** The files and folders that begin as typed. */
    static List<String> files(Desk desk, String typed) {
        int slash = typed.lastIndexOf('/');
        String folder = slash < 0 ? "" : typed.substring(0, slash + 1);
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(desk.folder().resolve(folder))) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (!name.startsWith(".") && names.size() < MOST) {
                    names.add(folder + name + (Files.isDirectory(file) ? "/" : ""));
                }
            }
        } catch (IOException | InvalidPathException unreadable) {
            return List.of();
        }
        names.sort(null);
        return names;
    }
}
