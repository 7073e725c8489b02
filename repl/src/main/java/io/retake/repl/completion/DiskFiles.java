package io.retake.repl.completion;

import io.retake.core.protocol.MediaType;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Completes paths on this machine. */
public final class DiskFiles {
    private static final int MOST = 200;

    private DiskFiles() {}

    /**
     * Returns the entries of the typed folder as paths, folders with a slash at the end. Hidden ones only after a dot.
     */
    public static List<String> names(Path in, String typed) {
        int slash = typed.lastIndexOf('/');
        String folder = slash < 0 ? "" : typed.substring(0, slash + 1);
        boolean hidden = typed.startsWith(".", slash + 1);
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(in.resolve(folder))) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (hidden == name.startsWith(".") && names.size() < MOST) {
                    names.add(folder + name + (Files.isDirectory(file) ? "/" : ""));
                }
            }
        } catch (IOException | InvalidPathException unreadable) {
            return List.of();
        }
        names.sort(null);
        return names;
    }

    /** Returns the paths as string literals, media files first; the literal of a folder stays open. */
    static List<Choice> literals(Path in, String typed) {
        return names(in, typed).stream()
                .sorted(Comparator.comparing(name -> MediaType.ofName(name).isEmpty()))
                .map(DiskFiles::literal)
                .toList();
    }

    private static Choice literal(String name) {
        String quoted = StringLiterals.quoted(name);
        boolean folder = name.endsWith("/");
        return new Choice(folder ? quoted.substring(0, quoted.length() - 1) : quoted, name, "", "", false);
    }
}
