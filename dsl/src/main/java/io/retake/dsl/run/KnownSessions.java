package io.retake.dsl.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The sessions that journals know. */
public final class KnownSessions {
    private KnownSessions() {}

    /** Those of the journals that are kept, newest first; what can't be read is passed over. */
    public static List<KnownSession> in(Path stateFolder) {
        List<KnownSession> known = new ArrayList<>();
        for (Path run : new Runs(stateFolder, java.time.Clock.systemUTC()).newestFirst()) {
            known.addAll(of(run));
        }
        return known;
    }

    private static List<KnownSession> of(Path run) {
        List<KnownSession> known = new ArrayList<>();
        try {
            Past past = Past.read(run.resolve(Journal.FILE));
            for (int number = 1; past.session(number).isPresent(); number++) {
                known.add(new KnownSession(
                        run.getFileName().toString(),
                        past.script(),
                        past.backend(),
                        past.engine(),
                        past.session(number).get().ref));
            }
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of(); // a journal that can't be read names no session
        }
        return known;
    }
}
