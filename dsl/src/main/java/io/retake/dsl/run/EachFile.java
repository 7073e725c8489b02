package io.retake.dsl.run;

import groovy.lang.Closure;
import io.retake.core.client.http.ClientException;
import io.retake.dsl.problem.DslException;
import io.retake.dsl.problem.ScriptMessages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Does the same work on several files. A file whose work throws an exception, or fails an assertion, does not stop the
 * others; the failure is reported at once and fails the run at its end. Other errors do not concern the file and stop
 * the loop.
 */
final class EachFile {
    private final RunContext run;
    private final BiConsumer<Throwable, Boolean> late;
    private final List<FileFailure> failures = new ArrayList<>();

    /**
     * Creates a loop.
     *
     * @param late receives the failures for the end of the run, and whether a warning has reported each
     */
    EachFile(RunContext run, BiConsumer<Throwable, Boolean> late) {
        this.run = run;
        this.late = late;
    }

    private record FileFailure(Path file, Throwable why) {}

    <T extends @Nullable Object> List<T> with(List<Path> files, Closure<T> work) {
        List<T> made = new ArrayList<>();
        for (Path file : files) {
            try {
                T one = work.call(file);
                if (one != null) {
                    made.add(one);
                }
            } catch (Exception | AssertionError failure) { // closures also throw undeclared checked exceptions
                if (concernsAll(failure)) {
                    throw EachFile.<RuntimeException>same(failure);
                }
                failed(file, failure, files.size());
            }
        }
        if (!failures.isEmpty()) {
            boolean several = files.size() > 1;
            late.accept(several ? told(files.size()) : failures.get(0).why, several);
        }
        return made;
    }

    private void failed(Path file, Throwable failure, int files) {
        failures.add(new FileFailure(file, failure));
        run.late.isThrown(failure);
        if (files > 1) {
            run.events.warn(ScriptMessages.text("files.one-failed", file.getFileName(), run.placed(failure)));
        }
    }

    /**
     * Returns whether a failure concerns all files: cancelling means the whole run, and a backend that refuses one file
     * refuses the next.
     */
    private boolean concernsAll(Throwable failure) {
        if (run.cancellation.cancelled()) {
            return true;
        }
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof InterruptedException || (each instanceof ClientException said && said.refused())) {
                return true;
            }
        }
        return false;
    }

    /** Rethrows an exception unchanged, checked or not. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    static <E extends Throwable> E same(Throwable thrown) throws E {
        throw (E) thrown;
    }

    private DslException told(int files) {
        List<String> lines = new ArrayList<>();
        List<String> names = new ArrayList<>();
        failures.forEach(failed -> {
            names.add(String.valueOf(failed.file.getFileName()));
            lines.add(failed.file.getFileName() + ": " + run.placed(failed.why));
        });
        if (failures.size() < files) {
            lines.add(ScriptMessages.text("files.others-done"));
        }
        DslException all = new DslException(
                ScriptMessages.text("files.failed", failures.size(), files, String.join(", ", names)),
                String.join("\n", lines));
        failures.forEach(failed -> all.addSuppressed(failed.why));
        return all;
    }
}
