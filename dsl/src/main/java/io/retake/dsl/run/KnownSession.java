package io.retake.dsl.run;

import io.retake.core.protocol.SessionRef;
import java.util.Optional;

/**
 * A session that an earlier run or prompt opened, as its journal has it. It may be gone at the backend.
 *
 * @param run the run's id, which begins with its time (UTC)
 * @param origin the script's path, or {@code prompt}
 * @param backend where it is
 * @param engine the embedded engine's folder that holds it; empty for another backend
 * @param ref the session
 */
public record KnownSession(String run, String origin, String backend, Optional<String> engine, SessionRef ref) {}
