package io.retake.dsl.run;

import groovy.lang.Closure;
import io.retake.core.RetakeException;
import io.retake.core.client.ClientException;
import io.retake.dsl.DslException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The same work on each of several files: one that fails stops no other, and none is forgotten. */
final class EachFile {
    private final RunContext run;
    private final Map<String, RetakeException> failures = new LinkedHashMap<>();

    EachFile(RunContext run) {
        this.run = run;
    }

    <T extends @Nullable Object> List<T> with(List<Path> files, Closure<T> work) {
        List<T> made = new ArrayList<>();
        for (Path file : files) {
            try {
                T one = work.call(file);
                if (one != null) {
                    made.add(one);
                }
            } catch (RetakeException failure) {
                if (files.size() == 1 || concernsAll(failure)) {
                    throw failure;
                }
                String name = file.getFileName().toString();
                failures.put(name, failure);
                run.events.warn(name + " failed: " + failure.getMessage());
            }
        }
        if (!failures.isEmpty()) {
            throw told(files.size());
        }
        return made;
    }

    /** A person who cancels means the whole run; a backend that refuses one file refuses the next. */
    private boolean concernsAll(RetakeException failure) {
        return run.cancellation.cancelled() || (failure instanceof ClientException said && said.refused());
    }

    private DslException told(int files) {
        List<String> lines = new ArrayList<>();
        failures.forEach((name, failure) -> lines.add(name + ": " + failure.getMessage()));
        if (failures.size() < files) {
            lines.add("the others are done");
        }
        DslException all = new DslException(
                failures.size() + " of " + files + " failed: " + String.join(", ", failures.keySet()),
                String.join("\n", lines));
        failures.values().forEach(all::addSuppressed);
        return all;
    }
}
