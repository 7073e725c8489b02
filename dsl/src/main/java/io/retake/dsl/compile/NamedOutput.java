package io.retake.dsl.compile;

import io.retake.dsl.problem.Problem;
import io.retake.dsl.problem.ScriptSource;
import java.nio.file.Path;
import java.util.List;

/**
 * An export's file name that is known before the script runs.
 *
 * @param source the script
 * @param name the name, with the values of parameters filled in
 * @param extension the file extension of the format
 * @param replace whether any file of that name may be replaced
 * @param uploadedBefore files that the script uploads by literal names before this export
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

    /** Returns a problem at the place of the name. */
    public Problem problem(String message, String advice) {
        return new Problem(source.name(), line, column, message, advice, source.line(line));
    }
}
