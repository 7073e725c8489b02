package io.retake.dsl.run;

import io.retake.core.protocol.SessionRef;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The session that a prompt keeps open from entry to entry, opened by the first one that needs it. Thread-safe. */
final class StandingSession {
    /** The names of the files uploaded to it. */
    final Set<String> files = ConcurrentHashMap.newKeySet();

    /** The paths of those that are on this machine, in order. */
    final List<Path> footage = new CopyOnWriteArrayList<>();

    /** The order of the entries in it. */
    final SessionQueue turns = new SessionQueue();

    /** Its number in the journal. */
    final int number;

    private final String title;
    private @Nullable SessionRef ref;
    private boolean unwritten;

    StandingSession(int number, String title) {
        this.number = number;
        this.title = title;
    }

    /** Creates one that exists at the backend already. */
    StandingSession(int number, String title, SessionRef known) {
        this(number, title);
        this.ref = known;
        this.unwritten = true;
    }

    String title() {
        return title;
    }

    /**
     * Returns the session. Opens only one, even for concurrent entries.
     *
     * @param open opens it, and records it
     * @param write records one that was already open
     */
    synchronized SessionRef ref(Supplier<SessionRef> open, Consumer<SessionRef> write) {
        SessionRef known = ref;
        if (known == null) {
            known = open.get();
            ref = known;
        } else if (unwritten) {
            write.accept(known);
            unwritten = false;
        }
        return known;
    }

    synchronized Optional<SessionRef> known() {
        return Optional.ofNullable(ref);
    }
}
