package io.retake.dsl.language;

import java.nio.file.Path;
import java.util.List;

/**
 * A file that a script names for an export, known before it runs.
 *
 * @param source the script
 * @param name as written, with the values of parameters in it
 * @param extension of the format
 * @param replace whether a file of that name may go
 * @param uploadedBefore the files that the script uploads in so many words before this
 * @param line from 1
 * @param column from 1
 */
public record NamedOutput(
        ScriptSource source,
        String name,
        String extension,
        boolean replace,
        List<Path> uploadedBefore,
        int line,
        int column) {
    /** Copies the list. */
    public NamedOutput {
        uploadedBefore = List.copyOf(uploadedBefore);
    }

    /** What stands in its way. */
    public Problem problem(String message, String advice) {
        return new Problem(source.name(), line, column, message, advice, source.line(line));
    }
}
