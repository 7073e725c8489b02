package io.retake.core;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Converts file names given as text to paths. On Unix, Java encodes names in the locale's encoding as of process start,
 * and cannot represent a name that this encoding cannot express. A name on disk that is not valid in this encoding
 * becomes a usable path, but it cannot be passed to another program as text.
 */
public final class FileNames {
    static final String LOCALE_ADVICE = CoreMessages.text("file.locale-advice");

    private FileNames() {}

    /**
     * Returns the path with a name.
     *
     * @throws RetakeException when this process cannot represent the name
     */
    public static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException none) {
            throw problem(none);
        }
    }

    /**
     * Returns the file with a name in a folder.
     *
     * @throws RetakeException when this process cannot represent the name
     */
    public static Path in(Path folder, String name) {
        return folder.resolve(path(name));
    }

    /**
     * Returns the path itself, if its text names the same file, which a program that receives the text relies on.
     *
     * @throws RetakeException when it does not
     */
    public static Path written(Path found) {
        try {
            if (Path.of(found.toString()).equals(found)) {
                return found;
            }
        } catch (InvalidPathException none) {
            // reported below
        }
        throw new RetakeException(
                CoreMessages.text("file.not-in-encoding", found, charset()),
                isUnicode() ? CoreMessages.text("file.not-in-encoding-advice") : LOCALE_ADVICE);
    }

    /** Returns why a name is not a path, and what to do about it. */
    public static RetakeException problem(InvalidPathException none) {
        String name = none.getInput();
        if (name.indexOf('\0') >= 0) {
            return new RetakeException(
                    CoreMessages.text("file.nul-in-name", name.replace("\0", "\\0")),
                    CoreMessages.text("file.nul-in-name-advice"),
                    none);
        }
        if (isUnicode()) {
            return new RetakeException(
                    CoreMessages.text("file.bad-name", name, none.getReason()),
                    CoreMessages.text("file.bad-name-advice"),
                    none);
        }
        return new RetakeException(CoreMessages.text("file.not-writable-name", name, charset()), LOCALE_ADVICE, none);
    }

    /**
     * Returns why a name may not be found although the file exists.
     *
     * @return what to do; empty where the encoding of file names is not the cause
     */
    public static Optional<String> hint(String name) {
        boolean foreign = name.codePoints().anyMatch(c -> c > 127) && !isUnicode();
        return foreign
                ? Optional.of(CoreMessages.text("file.encoding-hint", charset(), LOCALE_ADVICE))
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

    /** Returns whether the encoding can express every name; Windows names are not bytes, so it always can there. */
    private static boolean isUnicode() {
        return charset().equals(StandardCharsets.UTF_8)
                || System.getProperty("os.name", "").startsWith("Windows");
    }
}
