package io.retake.engine.http;

import io.retake.engine.store.Lease;
import io.retake.engine.store.SessionRecord;
import io.retake.engine.store.SessionStore;
import io.retake.engine.timeline.Project;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** An open session. A thread that changes it must hold its turn; a reader need not. */
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

    /** Returns the lock that allows one change at a time, in order of arrival. */
    ReentrantLock turn() {
        return turn;
    }

    /** Saves the session's new state; the caller holds the turn. */
    void keep(SessionRecord next) throws IOException {
        if (!turn.isHeldByCurrentThread()) {
            throw new IllegalStateException("a session changed out of turn");
        }
        store.save(next);
        record = next;
    }

    /**
     * Ends the offers of the last answer, because something else was asked for. A message that is being worked on ends
     * them itself, so this doesn't wait for it.
     */
    void endOffers() throws IOException {
        if (!turn.tryLock()) {
            return;
        }
        try {
            Project project = record.project();
            Project next = project.saying(project.dialogue().withoutOffers());
            if (!next.dialogue().equals(project.dialogue())) {
                keep(record.withProject(next));
            }
        } finally {
            turn.unlock();
        }
    }

    void add(Lease hold) {
        synchronized (holds) {
            holds.add(hold);
        }
    }

    /** Releases its media. */
    void release() {
        synchronized (holds) {
            holds.forEach(Lease::close);
            holds.clear();
        }
    }
}
