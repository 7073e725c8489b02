package io.retake.engine.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Attributes that show whether a file was touched, without reading it. On Unix they include its last change of any
 * kind (ctime), which no program can set back.
 */
final class FileMarks {
    private static final String UNIX = "size,lastModifiedTime,ctime,ino,mode,uid";
    private static final String ANY = "size,lastModifiedTime,isRegularFile";

    private FileMarks() {}

    /** Returns the marks as text without spaces. */
    static String of(Path file) throws IOException {
        try {
            return marks(file, "unix:", UNIX);
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return marks(file, "", ANY);
        }
    }

    private static String marks(Path file, String view, String names) throws IOException {
        Map<String, Object> found = Files.readAttributes(file, view + names, LinkOption.NOFOLLOW_LINKS);
        return Arrays.stream(names.split(","))
                .map(name -> String.valueOf(found.get(name)))
                .collect(Collectors.joining("/"));
    }
}
