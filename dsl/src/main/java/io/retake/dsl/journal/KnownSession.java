package io.retake.dsl.journal;

import io.retake.core.protocol.SessionRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A session that an earlier run or prompt opened, from its journal. It may no longer exist at the backend.
 *
 * @param run the run's id, which begins with its time (UTC)
 * @param origin the script's path, or {@code prompt}
 * @param backend its backend
 * @param engine the folder of the embedded engine that holds it; empty for another backend
 * @param ref the session
 * @param unfinished the steps that were begun in it and have not ended
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

    /** Returns this session with the unfinished steps of an earlier run too. */
    KnownSession and(List<UnfinishedStep> earlier) {
        List<UnfinishedStep> all = new ArrayList<>(earlier);
        all.addAll(unfinished);
        return new KnownSession(run, origin, backend, engine, ref, all);
    }
}
