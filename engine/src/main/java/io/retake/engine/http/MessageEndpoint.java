package io.retake.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.protocol.SpokenRequest;
import io.retake.core.protocol.TerminalText;
import io.retake.core.sse.SseWriter;
import io.retake.engine.agent.AgentStep;
import io.retake.engine.agent.Answer;
import io.retake.engine.agent.Interpreter;
import io.retake.engine.agent.LocalAgent;
import io.retake.engine.agent.Undone;
import io.retake.engine.api.EngineException;
import io.retake.engine.api.EngineSettings;
import io.retake.engine.edit.Measurements;
import io.retake.engine.http.server.ApiException;
import io.retake.engine.http.server.BackendRules;
import io.retake.engine.http.server.Endpoint;
import io.retake.engine.http.server.Exchange;
import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.process.Cancelled;
import io.retake.engine.store.Users;
import io.retake.engine.timeline.Project;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes a user's sentence to the agent and streams what it did. A message that was taken is worked on to its end and
 * kept, whether or not somebody still listens: a client that lost the stream reads the state.
 */
final class MessageEndpoint implements Endpoint {
    private static final Logger LOG = LoggerFactory.getLogger(MessageEndpoint.class);
    private static final int LONGEST = 32_000;
    /** The most messages that may wait in one session; more of them mean a faulty client. */
    private static final int MOST_WAITING = 4;

    private final Sessions sessions;
    private final Users users;
    private final EngineSettings settings;
    private final ExecutorService workers;
    private final BackendRules rules;
    private final Measurements measurements;
    private final Interpreter interpreter;

    MessageEndpoint(
            Sessions sessions,
            Users users,
            EngineSettings settings,
            BackendRules rules,
            ExecutorService workers,
            Measurements measurements,
            Interpreter interpreter) {
        this.interpreter = interpreter;
        this.measurements = measurements;
        this.sessions = sessions;
        this.users = users;
        this.settings = settings;
        this.workers = workers;
        this.rules = rules;
    }

    /** The agent's answer to a message, and whether the project changed. */
    private record MessageResult(Answer answer, boolean changed) {}

    @Override
    public void answer(Exchange exchange) throws IOException {
        ObjectNode body = exchange.json(EngineMessages.text("message.fields"));
        Session session = sessions.of(exchange.user(), Exchange.text(body, "session_id"));
        String text = sentence(body);
        Optional<String> errand =
                OtherCallAnswer.answer(users.get(exchange.user().id()), session, text);
        if (errand.isPresent()) {
            session.endOffers();
            say(exchange, errand.get());
            return;
        }
        if (session.turn().getQueueLength() >= MOST_WAITING) {
            throw ApiException.tooMany(EngineMessages.text("message.many-waiting"), settings.heartbeat());
        }
        rules.message(exchange.user().id());
        String user = exchange.user().id();
        stream(exchange, begun(session, user, text));
    }

    /** Starts work on a message. Its cost is frozen by now, and released if the work can't even start. */
    private Future<MessageResult> begun(Session session, String user, String text) throws IOException {
        try {
            return workers.submit(() -> work(session, user, text));
        } catch (RuntimeException | Error e) {
            rules.messageOver(user, false);
            throw e;
        }
    }

    /** Answers with text only. */
    private void say(Exchange exchange, String words) throws IOException {
        Events events = new Events(settings.events(), settings.clock());
        try (SseWriter stream = exchange.events()) {
            for (String event : events.text(words)) {
                stream.data(event);
            }
        }
    }

    private static String sentence(ObjectNode body) {
        StringBuilder text = new StringBuilder();
        for (JsonNode part : body.path("new_message").path("parts")) {
            text.append(part.path("text").asText(""));
        }
        if (TerminalText.clean(text.toString()).isBlank()) {
            throw ApiException.badRequest(EngineMessages.text("message.empty"));
        }
        if (text.length() > LONGEST) {
            throw ApiException.badRequest(EngineMessages.text("message.too-long", text.length(), LONGEST));
        }
        // Invisible characters can't be intended, and would reappear in answers, titles and timelines.
        return TerminalText.clean(text.toString());
    }

    private MessageResult work(Session session, String user, String text) throws IOException {
        boolean earned = false;
        session.turn().lock();
        try {
            Project before = session.record().project();
            SpokenRequest request = SpokenRequest.of(text);
            Answer answer = LocalAgent.answer(before, request.edit(), measurements, interpreter);
            boolean changed = !before.draft().equals(answer.next().draft());
            session.keep(session.record().withProject(answer.next()));
            // A message without effect, because it was not understood or not possible, costs nothing.
            earned = answer.steps().stream().anyMatch(AgentStep::done);
            Optional<String> call =
                    request.export().flatMap(export -> OtherCallAnswer.answer(users.get(user), session, export));
            return new MessageResult(call.map(answer::with).orElse(answer), changed);
        } finally {
            session.turn().unlock();
            rules.messageOver(user, earned);
        }
    }

    private void stream(Exchange exchange, Future<MessageResult> work) throws IOException {
        Events events = new Events(settings.events(), settings.clock());
        try (SseWriter stream = exchange.events()) {
            try {
                tell(await(work, stream, events), stream, events);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof Cancelled)) {
                    LOG.error("A message failed", e);
                }
                stream.data(events.failure(why(e.getCause())));
            }
        }
    }

    private static String why(@Nullable Throwable cause) {
        String what = cause instanceof EngineException ? cause.getMessage() : String.valueOf(cause);
        return EngineMessages.text("message.failed", what);
    }

    private void tell(MessageResult done, SseWriter stream, Events events) throws IOException {
        for (AgentStep step : done.answer().steps()) {
            for (String event : events.step(step)) {
                stream.data(event);
            }
        }
        for (Undone undone : done.answer().undone()) {
            for (String event : events.undone(undone)) {
                stream.data(event);
            }
        }
        if (done.changed() && rules.isSilent()) {
            return;
        }
        for (String event : events.text(done.answer().text())) {
            stream.data(event);
        }
    }

    private MessageResult await(Future<MessageResult> work, SseWriter stream, Events events)
            throws IOException, ExecutionException {
        while (true) {
            try {
                return work.get(settings.heartbeat().toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                stream.data(events.heartbeat());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new EngineException(EngineMessages.text("engine.closing"), e);
            }
        }
    }
}
