package io.retake.engine.http;

import io.retake.engine.store.Lease;
import io.retake.engine.store.SessionRecord;
import io.retake.engine.store.SessionStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** A session in use. Who changes it holds its turn; who reads it need not. */
final class Session {
    private final SessionStore store;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final List<Lease> holds = new ArrayList<>();
    private volatile SessionRecord record;

    Session(SessionStore store, SessionRecord record) {
        this.store = store;
        this.record = record;
    }

    String id() {
        return record.id();
    }

    SessionRecord record() {
        return record;
    }

    /** One change at a time, in the order they came. */
    ReentrantLock turn() {
        return turn;
    }

    /** Keeps the session as it is now; only with the turn. */
    void keep(SessionRecord next) throws IOException {
        if (!turn.isHeldByCurrentThread()) {
            throw new IllegalStateException("a session changed out of turn");
        }
        store.save(next);
        record = next;
    }

    void add(Lease hold) {
        synchronized (holds) {
            holds.add(hold);
        }
    }

    /** Lets go of its media. */
    void release() {
        synchronized (holds) {
            holds.forEach(Lease::close);
            holds.clear();
        }
    }
}
