package io.retake.dsl.run;

import io.retake.dsl.problem.DslException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Collects failures that do not stop a script but fail its run at the end. Thread-safe. */
final class LateFailures {
    private final List<Late> failures = new ArrayList<>();

    /**
     * A failure and whether it was reported.
     *
     * @param told whether a warning has reported it
     */
    private record Late(Throwable thrown, boolean told) {}

    synchronized void add(Throwable thrown, boolean told) {
        failures.add(new Late(thrown, told));
    }

    /** Removes a failure that the script throws itself, directly or as a cause. */
    synchronized void isThrown(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            Throwable known = each;
            failures.removeIf(late -> isSame(late.thrown, known));
        }
    }

    @SuppressWarnings("ReferenceEquality") // an equal failure is a different one
    private static boolean isSame(Throwable one, Throwable other) {
        return one == other;
    }

    /** Returns the failures that no warning has reported, for a script that fails in another way. */
    synchronized List<Throwable> untold() {
        return failures.stream()
                .filter(late -> !late.told)
                .map(Late::thrown)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Returns the failure of the run; empty for none. */
    synchronized Optional<Throwable> ending() {
        return together(failures.stream().map(Late::thrown).toList());
    }

    /** Combines failures into one; empty for none. */
    static Optional<Throwable> together(List<Throwable> failures) {
        if (failures.size() < 2) {
            return failures.stream().findFirst();
        }
        DslException all = new DslException(
                failures.stream().map(Runner::message).collect(Collectors.joining("; ")),
                failures.stream()
                        .map(Runner::advice)
                        .filter(advice -> !advice.isEmpty())
                        .collect(Collectors.joining("\n")));
        failures.forEach(all::addSuppressed);
        return Optional.of(all);
    }
}
