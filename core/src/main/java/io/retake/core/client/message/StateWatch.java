package io.retake.core.client.message;

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

/** Looking at a session's state a few times, for what a stream can't tell any more. */
public final class StateWatch {
    private final Sessions sessions;
    private final Waits waits;
    private final Patience patience;
    private final boolean local;

    /**
     * Creates a watch on the sessions of one backend.
     *
     * @param local whether the backend is on this machine: when it doesn't answer there, it is gone
     */
    public StateWatch(Sessions sessions, Waits waits, Patience patience, boolean local) {
        this.sessions = sessions;
        this.waits = waits;
        this.patience = patience;
        this.local = local;
    }

    /** After a broken stream: the first change, or empty when there was none at any look. */
    Optional<StateChange> untilChanged(
            SessionRef session, SessionState before, ReplyListener listener, Cancellation cancellation) {
        return until(session, state -> new StateChange(before, state).changed(), listener, cancellation)
                .map(after -> new StateChange(before, after));
    }

    /** The first state that differs, by that measure, from what it was; empty when none did at any look. */
    public Optional<SessionState> until(
            SessionRef session, Predicate<SessionState> changed, ReplyListener listener, Cancellation cancellation) {
        int look = 0;
        for (Duration pause : patience.looks()) {
            listener.looking(++look, patience.looks().size(), pause);
            waits.sleep(pause, cancellation, "looking for what a message did; the backend may go on with it");
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
                // An outage that broke the stream may last: the next look will tell.
            }
        }
        return Optional.empty();
    }

    /** After a generation: until the timeline that the second stage makes is there, or as it is at the last look. */
    StateChange untilFinished(
            SessionRef session, StateChange first, ReplyListener listener, Cancellation cancellation) {
        StateChange change = first;
        int look = 0;
        for (Duration pause : patience.looks()) {
            if (change.timelineChanged() && ready(change.after())) {
                return change;
            }
            listener.looking(++look, patience.looks().size(), pause);
            waits.sleep(pause, cancellation, "waiting for the finished timeline");
            try {
                change = new StateChange(first.before(), sessions.state(session, cancellation));
            } catch (ClientException.ConnectionLost
                    | ClientException.NotAnApi
                    | ClientException.Refused
                    | ClientException.RateLimited unreadable) {
                // The raw result is there and told; an outage now must not take it away.
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
