package io.retake.dsl.output;

import io.retake.dsl.problem.DslException;
import io.retake.dsl.problem.ScriptMessages;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Describes why an export cannot be written to a file. */
final class OutputProblems {
    private static final String ANOTHER = ScriptMessages.text("output.another-name");

    private OutputProblems() {}

    static DslException footage(Path target) {
        return new DslException(ScriptMessages.text("output.footage", target), ANOTHER);
    }

    static DslException given(Path target) {
        return new DslException(
                ScriptMessages.text("output.input", target), ScriptMessages.text("output.replace-advice", ANOTHER));
    }

    static DslException folder(Path target) {
        return new DslException(
                ScriptMessages.text("output.folder", target), ScriptMessages.text("output.folder-advice"));
    }

    static DslException notOurs(Path target) {
        return new DslException(
                ScriptMessages.text("output.foreign", target), ScriptMessages.text("output.replace-advice", ANOTHER));
    }

    static DslException takenByRun(Path target) {
        return new DslException(
                ScriptMessages.text("output.other-run", target),
                ScriptMessages.text("output.other-run-advice", ANOTHER));
    }

    static DslException takenBySession(Path target) {
        return new DslException(ScriptMessages.text("output.same-run", target), ANOTHER);
    }

    static DslException madeMeanwhile(Path target) {
        return new DslException(
                ScriptMessages.text("output.made-meanwhile", target),
                ScriptMessages.text("output.made-meanwhile-advice"));
    }

    /** Checks the folder before anything is rendered. */
    static void checkFolder(@Nullable Path folder) {
        if (folder == null || !Files.isDirectory(folder)) {
            throw new DslException(
                    ScriptMessages.text("output.no-folder", String.valueOf(folder)),
                    ScriptMessages.text("output.no-folder-advice"));
        }
        if (!Files.isWritable(folder)) {
            throw new DslException(
                    ScriptMessages.text("output.unwritable", folder), ScriptMessages.text("output.unwritable-advice"));
        }
    }
}
