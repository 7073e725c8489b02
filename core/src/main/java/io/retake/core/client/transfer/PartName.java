package io.retake.core.client.transfer;

import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;

/** The name of an unfinished download: {@code .film.mp4.1a2b3c4d.part}. */
final class PartName {
    /** In code points, of four bytes at most: most systems allow 255 bytes. */
    private static final int LONGEST = 50;

    private static final Pattern FORM = Pattern.compile("\\..+\\.[0-9a-f]{8}\\.part", Pattern.DOTALL);

    private PartName() {}

    /** Returns a new name in the folder of a file. */
    static Path beside(Path target) {
        String name = String.valueOf(target.getFileName());
        boolean fits = name.codePointCount(0, name.length()) <= LONGEST;
        String start = fits ? name : name.substring(0, name.offsetByCodePoints(0, LONGEST));
        return target.resolveSibling(
                "." + start + "." + UUID.randomUUID().toString().substring(0, 8) + ".part");
    }

    static boolean matches(Path file) {
        return FORM.matcher(String.valueOf(file.getFileName())).matches();
    }
}
