package io.retake.dsl.journal;

import io.retake.core.protocol.SessionRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the sessions recorded in journals. */
public final class KnownSessions {
    private KnownSessions() {}

    /** Returns the sessions of all journals, newest first, each once; skips unreadable journals. */
    public static List<KnownSession> in(Path stateFolder) {
        Map<SessionRef, KnownSession> known = new LinkedHashMap<>();
        for (Path run : new Runs(stateFolder, java.time.Clock.systemUTC()).newestFirst()) {
            of(run).forEach(session ->
                    known.merge(session.ref(), session, (newer, older) -> newer.and(older.unfinished())));
        }
        return List.copyOf(known.values());
    }

    private static List<KnownSession> of(Path run) {
        List<KnownSession> known = new ArrayList<>();
        try {
            JournalReplay past = JournalReplay.read(run.resolve(Journal.FILE));
            String id = run.getFileName().toString();
            for (RecordedSession session : past.sessions()) {
                known.add(new KnownSession(
                        id,
                        past.key().script(),
                        past.key().backend(),
                        past.engine(),
                        session.ref,
                        unfinished(id, session)));
            }
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of(); // an unreadable journal has no sessions
        }
        return known;
    }

    private static List<UnfinishedStep> unfinished(String run, RecordedSession session) {
        return session.steps.stream()
                .filter(RecordedStep::unfinished)
                .map(step -> new UnfinishedStep(run, step.number, step.text, step.before, step.delivery))
                .toList();
    }
}
