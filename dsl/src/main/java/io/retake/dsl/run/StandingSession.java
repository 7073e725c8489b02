package io.retake.dsl.run;

import io.retake.core.protocol.SessionRef;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The session that a prompt keeps open from entry to entry: opened by the first one that needs it. Thread-safe. */
final class StandingSession {
    /** The names of the files that were brought into it. */
    final Set<String> files = ConcurrentHashMap.newKeySet();

    private final String title;
    private @Nullable SessionRef ref;

    StandingSession(String title) {
        this.title = title;
    }

    /** One that exists at the backend already. */
    StandingSession(String title, SessionRef known) {
        this.title = title;
        this.ref = known;
    }

    String title() {
        return title;
    }

    /** Two entries at once must not open two. */
    synchronized SessionRef ref(Supplier<SessionRef> open) {
        SessionRef known = ref;
        if (known == null) {
            known = open.get();
            ref = known;
        }
        return known;
    }

    synchronized Optional<SessionRef> known() {
        return Optional.ofNullable(ref);
    }
}
