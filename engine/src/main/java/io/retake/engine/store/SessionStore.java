package io.retake.engine.store;

import io.retake.core.AtomicFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The sessions of one engine, one file each. Thread-safe; a thread that changes a session holds its turn. */
public final class SessionStore {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    private final Path folder;

    public SessionStore(EngineHome home) {
        folder = home.sessions();
    }

    public static String newId() {
        return UUID.randomUUID().toString();
    }

    /** Finds the session with this id; an id that isn't a plain file name matches none. */
    public Optional<SessionRecord> find(String id) throws IOException {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        return Json.read(file(id)).map(SessionRecord::of);
    }

    /** Saves a session; it is on disk when this returns. */
    public void save(SessionRecord session) throws IOException {
        AtomicFiles.write(file(session.id()), Json.bytes(session.json()));
    }

    private Path file(String id) {
        return folder.resolve(id + ".json");
    }
}
