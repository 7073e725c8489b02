package io.retake.dsl.parameter;

import io.retake.dsl.problem.DslException;
import io.retake.dsl.problem.ScriptMessages;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Lists the files of a folder whose names match a pattern of {@code *} and {@code ?}, in natural order. */
final class FolderListing {
    /** Files that operating systems leave in folders. */
    private static final Set<String> LITTER =
            Set.of("thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", "desktop.ini", "icon\r");

    private FolderListing() {}

    /** Returns the files; hidden ones only where the pattern begins as they do. */
    static List<Path> of(Path folder, String pattern) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, literal(pattern))) {
            for (Path file : files) {
                if (Files.isRegularFile(file) && (!isHidden(file) || names(pattern, file))) {
                    found.add(file.normalize());
                }
            }
        } catch (IOException e) {
            throw new DslException(
                    ScriptMessages.text("folder.unlistable", folder, e),
                    ScriptMessages.text("folder.unlistable-advice"),
                    e);
        }
        return NaturalOrder.sorted(found);
    }

    /** Escapes brackets and braces, which cameras and downloads use in names. */
    private static String literal(String pattern) {
        return pattern.replaceAll("[\\\\\\[\\]{}]", "\\\\$0");
    }

    private static boolean isHidden(Path file) {
        String name = file.getFileName().toString();
        try {
            return name.startsWith(".") || LITTER.contains(name.toLowerCase(Locale.ROOT)) || Files.isHidden(file);
        } catch (IOException unknown) {
            return name.startsWith(".");
        }
    }

    /** Returns whether a pattern asks for a hidden file: it begins with a dot, or with letters of the file's name. */
    private static boolean names(String pattern, Path file) {
        String start = pattern.split("[*?]", 2)[0];
        return (start.startsWith(".") || start.length() > 3)
                && file.getFileName().toString().toLowerCase(Locale.ROOT).startsWith(start.toLowerCase(Locale.ROOT));
    }
}
