package io.retake.core.client.message;

import io.retake.core.CoreMessages;
import io.retake.core.RetakeException;
import io.retake.core.client.http.Cancellation;
import io.retake.core.client.http.ClientException;
import io.retake.core.client.http.Patience;
import io.retake.core.client.http.Waits;
import io.retake.core.draft.Draft;
import io.retake.core.protocol.SessionRef;
import io.retake.core.protocol.SessionState;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** Polls a session's state a few times after a stream has failed. */
public final class StateWatch {
    private final Sessions sessions;
    private final Waits waits;
    private final Patience patience;
    private final boolean local;

    /**
     * Creates a watch.
     *
     * @param local whether the backend is on this machine: then no answer means that it has ended
     */
    public StateWatch(Sessions sessions, Waits waits, Patience patience, boolean local) {
        this.sessions = sessions;
        this.waits = waits;
        this.patience = patience;
        this.local = local;
    }

    /** Returns the first change after a broken stream; empty if no poll shows one. */
    Optional<StateChange> untilChanged(
            SessionRef session, SessionState before, ReplyListener listener, Cancellation cancellation) {
        return until(session, state -> new StateChange(before, state).changed(), listener, cancellation)
                .map(after -> new StateChange(before, after));
    }

    /** Returns the first state that matches a predicate; empty if no poll returns one. */
    public Optional<SessionState> until(
            SessionRef session, Predicate<SessionState> changed, ReplyListener listener, Cancellation cancellation) {
        int look = 0;
        for (Duration pause : patience.looks()) {
            listener.looking(++look, patience.looks().size(), pause);
            waits.sleep(pause, cancellation, CoreMessages.text("wait.outcome"));
            try {
                SessionState state = sessions.state(session, cancellation);
                if (changed.test(state)) {
                    return Optional.of(state);
                }
            } catch (ClientException.ConnectionLost lost) {
                if (local) {
                    return Optional.empty();
                }
            } catch (ClientException.NotAnApi | ClientException.Refused | ClientException.RateLimited unreadable) {
                // The outage that broke the stream may last; poll again.
            }
        }
        return Optional.empty();
    }

    /** Waits after a generation for the timeline of the second stage; returns the last state seen. */
    StateChange untilFinished(
            SessionRef session, StateChange first, ReplyListener listener, Cancellation cancellation) {
        StateChange change = first;
        int look = 0;
        for (Duration pause : patience.looks()) {
            if (change.timelineChanged() && ready(change.after())) {
                return change;
            }
            listener.looking(++look, patience.looks().size(), pause);
            waits.sleep(pause, cancellation, CoreMessages.text("wait.finished-timeline"));
            try {
                change = new StateChange(first.before(), sessions.state(session, cancellation));
            } catch (ClientException.ConnectionLost
                    | ClientException.NotAnApi
                    | ClientException.Refused
                    | ClientException.RateLimited unreadable) {
                // The listener already has the raw result; an outage now must not discard it.
            }
        }
        return change;
    }

    private static boolean ready(SessionState state) {
        try {
            return state.draft().filter(Draft::ready).isPresent();
        } catch (RetakeException unreadable) {
            return false;
        }
    }
}
