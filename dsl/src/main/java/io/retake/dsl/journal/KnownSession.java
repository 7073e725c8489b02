package io.retake.dsl.journal;

import io.retake.core.protocol.SessionRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A session that an earlier run or prompt opened, as its journal has it. It may be gone at the backend.
 *
 * @param run the run's id, which begins with its time (UTC)
 * @param origin the script's path, or {@code prompt}
 * @param backend where it is
 * @param engine the embedded engine's folder that holds it; empty for another backend
 * @param ref the session
 * @param unfinished what was begun in it and has not come to its end
 */
public record KnownSession(
        String run,
        String origin,
        String backend,
        Optional<String> engine,
        SessionRef ref,
        List<UnfinishedStep> unfinished) {
    /** Copies the list. */
    public KnownSession {
        unfinished = List.copyOf(unfinished);
    }

    /** The same, with what an earlier run left in it. */
    KnownSession and(List<UnfinishedStep> earlier) {
        List<UnfinishedStep> all = new ArrayList<>(earlier);
        all.addAll(unfinished);
        return new KnownSession(run, origin, backend, engine, ref, all);
    }
}
