package io.retake.dsl.output;

import io.retake.core.FileNames;
import io.retake.core.RetakeException;
import io.retake.dsl.problem.DslException;
import io.retake.dsl.problem.ScriptMessages;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/** Derives file names from titles. */
final class FileTitles {
    private static final int MOST_LETTERS = 80;

    /** The maximum length. Most systems allow 255 bytes; a number, an extension and {@code .receipt.json} follow. */
    private static final int MOST_BYTES = 200;

    private static final int LONGEST_NAME = 255;

    private FileTitles() {}

    /** Returns a file name that every system accepts. */
    static String safe(String title) {
        String name = title.replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]", "-").strip().replaceAll("^\\.+|\\.+$", "");
        StringBuilder fitting = new StringBuilder();
        int bytes = 0;
        int letters = 0;
        for (int at = 0; at < name.length() && letters < MOST_LETTERS; letters++) {
            String letter = Character.toString(name.codePointAt(at));
            bytes += letter.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MOST_BYTES) {
                break;
            }
            fitting.append(letter);
            at += letter.length();
        }
        return name.isBlank() ? "retake" : fitting.toString();
    }

    /** Returns the numbered file; the first one has no number in its name. */
    static Path numbered(Path folder, String stem, int number, String extension) {
        String name = stem + (number == 1 ? "" : "-" + number) + "." + extension;
        return folder.resolve(name).toAbsolutePath().normalize();
    }

    /**
     * Returns the file with a name from a script, and its extension.
     *
     * @throws DslException when no file can have the name
     */
    static Path ended(Path folder, String wanted, String extension) {
        if (wanted.endsWith("/") || wanted.endsWith("\\")) {
            throw OutputProblems.folder(folder.resolve(wanted));
        }
        Path name = path(wanted);
        String last = String.valueOf(name.getFileName());
        String ending = "." + extension;
        boolean ended = last.toLowerCase(Locale.ROOT).endsWith(ending);
        Path file = folder.resolve(ended ? name : name.resolveSibling(last + ending))
                .toAbsolutePath()
                .normalize();
        int bytes = String.valueOf(file.getFileName()).getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LONGEST_NAME) {
            throw new DslException(
                    ScriptMessages.text("export.long-name", wanted, bytes, LONGEST_NAME),
                    ScriptMessages.text("export.long-name-advice"));
        }
        return file;
    }

    private static Path path(String wanted) {
        try {
            return Path.of(wanted);
        } catch (InvalidPathException e) {
            RetakeException why = FileNames.problem(e);
            throw new DslException(ScriptMessages.text("export.wrong-name", wanted, why.getMessage()), why.advice(), e);
        }
    }
}
