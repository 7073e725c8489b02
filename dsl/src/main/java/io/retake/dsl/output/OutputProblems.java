package io.retake.dsl.output;

import io.retake.dsl.problem.DslException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Describes why an export cannot be written to a file. */
final class OutputProblems {
    private static final String ANOTHER = "choose another name with to: '…'";

    private OutputProblems() {}

    static DslException footage(Path target) {
        return new DslException("export would overwrite the footage " + target, ANOTHER);
    }

    static DslException given(Path target) {
        return new DslException(
                "export would overwrite " + target + ", an input of this run",
                ANOTHER + ", or allow it with replace: true");
    }

    static DslException folder(Path target) {
        return new DslException("export cannot be written to " + target + ": it is a folder", "give a file name in it");
    }

    static DslException notOurs(Path target) {
        return new DslException(
                "the file " + target + " exists, and Retake did not make it, or it has changed since",
                ANOTHER + ", or allow it with replace: true");
    }

    static DslException takenByRun(Path target) {
        return new DslException("another run is writing " + target, "wait until it ends, or " + ANOTHER);
    }

    static DslException takenBySession(Path target) {
        return new DslException("another export of this run is writing " + target, ANOTHER);
    }

    static DslException madeMeanwhile(Path target) {
        return new DslException(
                target + " was made by another session or run since this run began",
                "give each film its own name with to: '…', or allow it with replace: true");
    }

    /** Checks the folder before anything is rendered. */
    static void checkFolder(@Nullable Path folder) {
        if (folder == null || !Files.isDirectory(folder)) {
            throw new DslException(
                    "there is no folder " + folder + " to export to", "create it, or choose another one");
        }
        if (!Files.isWritable(folder)) {
            throw new DslException("the folder " + folder + " can't be written", "export to another one with to: '…'");
        }
    }
}
