package io.retake.core.client.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.CoreMessages;
import io.retake.core.client.http.Answer;
import io.retake.core.client.http.Api;
import io.retake.core.client.http.Cancellation;
import io.retake.core.client.http.ClientException;
import io.retake.core.client.http.Errors;
import io.retake.core.client.http.Patience;
import io.retake.core.client.http.Tokens;
import io.retake.core.client.http.Transport;
import io.retake.core.client.http.Waits;
import io.retake.core.protocol.AgentEvent;
import io.retake.core.protocol.Endpoints;
import io.retake.core.protocol.ErrorCode;
import io.retake.core.protocol.Headers;
import io.retake.core.protocol.SessionRef;
import io.retake.core.protocol.SessionState;
import io.retake.core.protocol.TerminalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Request;

/** Sends messages, each once, and reports the outcome whatever happens to the connection. */
public final class Conversation implements AutoCloseable {
    private final Set<MessageCall> open = ConcurrentHashMap.newKeySet();
    private final Transport transport;
    private final Api api;
    private final Tokens tokens;
    private final Errors errors;
    private final Sessions sessions;
    private final StateWatch watch;
    private final Patience patience;

    public Conversation(
            Transport transport,
            Api api,
            Tokens tokens,
            Errors errors,
            Sessions sessions,
            StateWatch watch,
            Patience patience) {
        this.transport = transport;
        this.api = api;
        this.tokens = tokens;
        this.errors = errors;
        this.sessions = sessions;
        this.watch = watch;
        this.patience = patience;
    }

    public Reply send(SessionRef session, String sentence, ReplyListener listener, Cancellation cancellation) {
        if (sentence.isBlank()) {
            throw new IllegalArgumentException(CoreMessages.text("message.empty"));
        }
        SessionState before = before(session, cancellation);
        ReplyCollector collector = new ReplyCollector(listener);
        ReplyWait.Outcome outcome = heard(session, sentence, collector, listener, cancellation);
        Optional<AgentEvent.Failure> failure = collector.failure();
        if (failure.isPresent()) {
            throw failed(failure.get(), session, before, cancellation);
        }
        return switch (outcome.ending()) {
            case CLOSED -> closed(session, before, collector, listener, cancellation);
            case BROKEN -> broken(session, before, collector, outcome, listener, cancellation);
            case TIMED_OUT -> timedOut(session, before, collector, outcome, cancellation);
        };
    }

    /** Passes on the text received so far in any case, and marks it as incomplete unless the stream closed normally. */
    private ReplyWait.Outcome heard(
            SessionRef session,
            String sentence,
            ReplyCollector collector,
            ReplyListener listener,
            Cancellation cancellation) {
        try {
            ReplyWait.Outcome outcome = exchange(session, sentence, collector, listener, cancellation);
            if (collector.failure().isPresent()) {
                collector.breakOff(CoreMessages.text("message.backend-failed"));
            } else if (outcome.ending() != Reply.Ending.CLOSED) {
                collector.breakOff(outcome.reason());
            } else {
                collector.finish();
            }
            return outcome;
        } catch (ClientException stopped) {
            collector.breakOff(CoreMessages.text("message.stopped"));
            throw stopped;
        }
    }

    private ReplyWait.Outcome exchange(
            SessionRef session,
            String sentence,
            ReplyCollector collector,
            ReplyListener listener,
            Cancellation cancellation) {
        String token = tokens.current(cancellation);
        Waits.check(cancellation, CoreMessages.text("wait.sending"));
        try (MessageCall call = new MessageCall(transport, request(session, sentence, token), listener::sending)) {
            Cancellation.Registration registration = cancellation.onCancel(call::wake);
            open.add(call);
            try {
                call.start();
                return new ReplyWait(call, collector, listener, patience, cancellation)
                        .untilEnd(answer -> refusal(answer, session, token));
            } finally {
                open.remove(call);
                registration.close();
            }
        }
    }

    /** Stops waiting for all replies. */
    @Override
    public void close() {
        open.forEach(MessageCall::abort);
    }

    private Request request(SessionRef session, String sentence, String token) {
        ObjectNode body = api.object()
                .put("app_name", Endpoints.APP)
                .put("user_id", Endpoints.USER)
                .put("session_id", session.sessionId());
        body.putObject("new_message").putArray("parts").addObject().put("text", sentence);
        return Api.authorized(
                transport
                        .request(Endpoints.MESSAGE)
                        .header("Accept", Headers.EVENT_STREAM)
                        .post(new OneShotJson(body)),
                token);
    }

    /** Describes a rejected message. The backend did not accept it, but Retake does not resend it: the user decides. */
    private ClientException refusal(Answer answer, SessionRef session, String token) {
        if (answer.ok()) {
            return new ClientException.NotAnApi(CoreMessages.text("message.no-stream", answer.call()), null);
        }
        if (answer.is(ErrorCode.TOKEN_REJECTED)) {
            tokens.reject(token);
        }
        if (answer.means(429)) {
            String pause = answer.retryAfter() == null
                    ? CoreMessages.text("message.half-a-minute")
                    : CoreMessages.text("message.seconds", answer.retryAfter().toSeconds());
            return new ClientException.RateLimited(
                    CoreMessages.text("message.too-many"), CoreMessages.text("message.too-many-advice", pause));
        }
        return errors.of(answer, session, tokens.userId());
    }

    private ClientException failed(
            AgentEvent.Failure failure, SessionRef session, SessionState before, Cancellation cancellation) {
        String words = TerminalText.excerpt(failure.message(), 500);
        boolean known = ErrorCode.of(failure.code())
                .filter(code -> code != ErrorCode.SUCCESS)
                .isPresent();
        if (known) {
            Answer answer = new Answer(
                    "POST " + Endpoints.MESSAGE,
                    200,
                    api.object().put("code", failure.code()).put("message", words),
                    null);
            return errors.of(answer, session, tokens.userId());
        }
        return new ClientException.AgentFailed(
                CoreMessages.text("message.failed", words, sinceThen(session, before, cancellation)));
    }

    /** Describes the changes since a message; a backend that fails at the end may have done the work before it. */
    private String sinceThen(SessionRef session, SessionState before, Cancellation cancellation) {
        try {
            StateChange change = new StateChange(before, sessions.state(session, cancellation));
            return CoreMessages.text("message.and-since", change.sentence());
        } catch (ClientException unreadable) {
            return "";
        }
    }

    private Reply closed(
            SessionRef session,
            SessionState before,
            ReplyCollector collector,
            ReplyListener listener,
            Cancellation cancellation) {
        StateChange change = new StateChange(before, after(session, before, collector, cancellation));
        List<JsonNode> generated = new ArrayList<>(collector.generated());
        if (generated.isEmpty()) {
            generated.addAll(change.generated());
            change.generated().forEach(listener::generated);
        }
        boolean secondStage = !generated.isEmpty() || collector.generating();
        StateChange end = secondStage ? watch.untilFinished(session, change, listener, cancellation) : change;
        if (collector.goesOn() && !end.changed()) {
            end = watch.untilChanged(session, before, listener, cancellation).orElse(end);
        }
        return reply(collector, Reply.Ending.CLOSED, end, generated);
    }

    private Reply broken(
            SessionRef session,
            SessionState before,
            ReplyCollector collector,
            ReplyWait.Outcome outcome,
            ReplyListener listener,
            Cancellation cancellation) {
        listener.broken(outcome.reason());
        Optional<StateChange> change = watch.untilChanged(session, before, listener, cancellation);
        return reply(
                collector,
                Reply.Ending.BROKEN,
                change.orElseThrow(() -> new ClientException.ReplyLost(
                        CoreMessages.text("message.lost", outcome.reason()),
                        outcome.cause().orElse(null))),
                collector.generated());
    }

    private Reply timedOut(
            SessionRef session,
            SessionState before,
            ReplyCollector collector,
            ReplyWait.Outcome outcome,
            Cancellation cancellation) {
        StateChange change = new StateChange(before, sessions.state(session, cancellation));
        if (!change.changed()) {
            throw new ClientException.TimedOut(
                    CoreMessages.text("message.timed-out", outcome.sentence()),
                    CoreMessages.text("message.timed-out-advice"),
                    outcome.after());
        }
        return reply(collector, Reply.Ending.TIMED_OUT, change, collector.generated());
    }

    private static Reply reply(
            ReplyCollector collector, Reply.Ending ending, StateChange change, List<JsonNode> generated) {
        return new Reply(collector.text(), collector.tools(), collector.suggestions(), ending, change, generated);
    }

    /**
     * Reads the state before a message. A session without messages may have no state yet; sending shows whether it
     * exists.
     */
    private SessionState before(SessionRef session, Cancellation cancellation) {
        try {
            return sessions.state(session, cancellation);
        } catch (ClientException.NoSuchSession noState) {
            return SessionState.empty();
        }
    }

    /** Reads the state after a reply. An unreadable state does not invalidate what the backend has said. */
    private SessionState after(
            SessionRef session, SessionState before, ReplyCollector collector, Cancellation cancellation) {
        try {
            return sessions.state(session, cancellation);
        } catch (ClientException.ConnectionLost | ClientException.NotAnApi | ClientException.Refused unreadable) {
            if (collector.text().isEmpty()) {
                throw unreadable;
            }
            return before;
        }
    }
}
