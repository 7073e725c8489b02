package io.retake.core;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * File names that people write, as paths. On a Unix, Java writes names in the encoding of the locale the process was
 * started in, and has no path for a name that this encoding can't write; a name found on disk that is not in this
 * encoding is a path that works, but no other program can be given it as a text.
 */
public final class FileNames {
    static final String LOCALE_ADVICE = "start it in a UTF-8 locale, for example with LC_ALL=C.UTF-8";

    private FileNames() {}

    /**
     * The path of that name.
     *
     * @throws RetakeException when there can be none in this process
     */
    public static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException none) {
            throw problem(none);
        }
    }

    /**
     * The file of that name in a folder.
     *
     * @throws RetakeException when there can be none in this process
     */
    public static Path in(Path folder, String name) {
        return folder.resolve(path(name));
    }

    /**
     * The same path, if its text names the same file, as it must for a program that is given the text.
     *
     * @throws RetakeException when it doesn't
     */
    public static Path written(Path found) {
        try {
            if (Path.of(found.toString()).equals(found)) {
                return found;
            }
        } catch (InvalidPathException none) {
            // told below
        }
        throw new RetakeException(
                "the file name '" + found + "' is not in " + charset() + ", the encoding of file names in this process",
                isUnicode() ? "rename the file" : LOCALE_ADVICE);
    }

    /** Why a name is no path, and what to do about it. */
    public static RetakeException problem(InvalidPathException none) {
        String name = none.getInput();
        if (name.indexOf('\0') >= 0) {
            return new RetakeException(
                    "the file name '" + name.replace("\0", "\\0") + "' has a NUL character in it", "take it out", none);
        }
        if (isUnicode()) {
            return new RetakeException(
                    "'" + name + "' can't be a file name here: " + none.getReason(), "give another name", none);
        }
        return new RetakeException(
                "the file name '" + name + "' can't be written in " + charset()
                        + ", the encoding of file names in this process",
                LOCALE_ADVICE,
                none);
    }

    /**
     * Why a name may not be found though there is such a file.
     *
     * @return what to do; empty where the encoding of file names is not to blame
     */
    public static Optional<String> hint(String name) {
        boolean foreign = name.codePoints().anyMatch(c -> c > 127) && !isUnicode();
        return foreign
                ? Optional.of("file names are read in " + charset() + " by this process: " + LOCALE_ADVICE)
                : Optional.empty();
    }

    /** The encoding of file names in this process. */
    static Charset charset() {
        try {
            return Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
        } catch (IllegalArgumentException unknown) {
            return Charset.defaultCharset();
        }
    }

    /** Whether every name can be written in it; on Windows names are no bytes at all. */
    private static boolean isUnicode() {
        return charset().equals(StandardCharsets.UTF_8)
                || System.getProperty("os.name", "").startsWith("Windows");
    }
}
