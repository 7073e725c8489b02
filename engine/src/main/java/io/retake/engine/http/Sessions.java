package io.retake.engine.http;

import io.retake.core.protocol.ErrorCode;
import io.retake.engine.api.EngineException;
import io.retake.engine.http.server.ApiException;
import io.retake.engine.http.server.CleanText;
import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.store.Lease;
import io.retake.engine.store.MediaStore;
import io.retake.engine.store.SessionRecord;
import io.retake.engine.store.SessionStore;
import io.retake.engine.store.Storage;
import io.retake.engine.store.User;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sessions, each for the user it belongs to. Those used last are open: their media are kept from being removed.
 * Thread-safe.
 */
final class Sessions implements AutoCloseable {
    private static final int MOST_OPEN = 64;

    private final SessionStore store;
    private final Storage storage;
    private final MediaStore media;
    /** One object for each session in use, so that no thread misses another's change. */
    private final Map<String, WeakReference<Session>> all = new HashMap<>();

    private final Map<String, Session> recent = new LinkedHashMap<>(16, 0.75f, true);

    Sessions(Stores stores) {
        this.store = stores.sessions();
        this.storage = stores.storage();
        this.media = stores.media();
    }

    void create(SessionRecord record) throws IOException {
        store.save(record);
        open(record);
    }

    /** Returns the session with this id; another user's is treated as missing. */
    Session of(User user, String id) throws IOException {
        return find(id).filter(session -> session.record().user().equals(user.id()))
                .orElseThrow(() -> ApiException.of(
                        ErrorCode.NO_SUCH_SESSION, EngineMessages.text("session.unknown", CleanText.shortened(id))));
    }

    private Optional<Session> find(String id) throws IOException {
        Optional<Session> known = known(id);
        if (known.isPresent()) {
            return known;
        }
        Optional<Session> opened = store.find(id).map(this::open);
        if (opened.isPresent()) {
            // Holds the media that are still there; a missing one is reported when it is needed.
            storage.hold(folders(opened.get())).ifPresent(opened.get()::add);
        }
        return opened;
    }

    private List<Path> folders(Session session) {
        return session.record().project().media().stream()
                .map(footage -> media.folder(footage.hash()))
                .filter(Files::isDirectory)
                .toList();
    }

    private Optional<Session> known(String id) {
        synchronized (recent) {
            Optional<Session> session = Optional.ofNullable(all.get(id)).map(WeakReference::get);
            session.ifPresent(this::use);
            return session;
        }
    }

    private Session open(SessionRecord record) {
        synchronized (recent) {
            return known(record.id()).orElseGet(() -> {
                Session session = new Session(store, record);
                all.put(record.id(), new WeakReference<>(session));
                use(session);
                return session;
            });
        }
    }

    private void use(Session session) {
        recent.put(session.id(), session);
        if (recent.size() > MOST_OPEN) {
            var oldest = recent.values().iterator();
            oldest.next().release();
            oldest.remove();
            all.values().removeIf(reference -> reference.get() == null);
        }
    }

    /** Keeps media as long as the session is open; the caller holds its turn. */
    void hold(Session session, Collection<Path> media) throws IOException {
        Lease hold = storage.hold(media).orElseThrow(() -> new EngineException(EngineMessages.text("upload.removed")));
        session.add(hold);
    }

    @Override
    public void close() {
        synchronized (recent) {
            recent.values().forEach(Session::release);
            recent.clear();
            all.clear();
        }
    }
}
