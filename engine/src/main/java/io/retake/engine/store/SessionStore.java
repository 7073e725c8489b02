package io.retake.engine.store;

import io.retake.core.AtomicFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The sessions of one engine, one file each. Thread-safe; who changes a session holds its turn. */
public final class SessionStore {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    private final Path folder;

    public SessionStore(EngineHome home) {
        folder = home.sessions();
    }

    public static String newId() {
        return UUID.randomUUID().toString();
    }

    /** The session with this id; an id that could be anything but a file's name is nobody's. */
    public Optional<SessionRecord> find(String id) throws IOException {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        return Json.read(file(id)).map(SessionRecord::of);
    }

    /** Keeps a session as it is now: on disk when this returns. */
    public void save(SessionRecord session) throws IOException {
        AtomicFiles.write(file(session.id()), Json.bytes(session.json()));
    }

    private Path file(String id) {
        return folder.resolve(id + ".json");
    }
}
