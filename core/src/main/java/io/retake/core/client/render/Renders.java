package io.retake.core.client.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.CoreMessages;
import io.retake.core.client.http.Answer;
import io.retake.core.client.http.Api;
import io.retake.core.client.http.Cancellation;
import io.retake.core.client.http.ClientException;
import io.retake.core.draft.Draft;
import io.retake.core.protocol.Endpoints;
import io.retake.core.protocol.OutputFormat;
import io.retake.core.protocol.RenderStatus;
import io.retake.core.protocol.RenderTicket;
import io.retake.core.protocol.SessionRef;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Submits renders, each under an id that the listener has received before. */
public final class Renders {
    private static final AtomicLong LAST_ID = new AtomicLong();
    private final Api api;
    private final RenderPolling polling;
    private final InstantSource clock;

    public Renders(Api api, RenderPolling polling, InstantSource clock) {
        this.api = api;
        this.polling = polling;
        this.clock = clock;
    }

    /** A requested render and its listener. */
    private record Job(SessionRef session, Draft draft, OutputFormat output, RenderListener listener) {}

    /** A submitted render and the backend's answer. */
    private record Submitted(RenderTicket ticket, RenderStatus status, boolean second) {}

    public FinishedRender render(
            SessionRef session, Draft draft, OutputFormat output, RenderListener listener, Cancellation cancellation) {
        Job job = new Job(session, draft, output, listener);
        Submitted submitted = submit(job, cancellation);
        try {
            return polling.untilEnd(submitted.ticket(), submitted.status(), listener, cancellation);
        } catch (ClientException.RenderFailed failed) {
            if (submitted.second() || failed.deliberate()) {
                throw failed;
            }
            listener.again(submitted.ticket(), failed.getMessage());
            Submitted second = submitOnce(job, true, cancellation);
            return polling.untilEnd(second.ticket(), second.status(), listener, cancellation);
        }
    }

    public RenderTicket submit(
            SessionRef session, Draft draft, OutputFormat output, RenderListener listener, Cancellation cancellation) {
        return submit(new Job(session, draft, output, listener), cancellation).ticket();
    }

    public RenderStatus status(RenderTicket ticket, Cancellation cancellation) {
        return polling.look(ticket, cancellation);
    }

    public FinishedRender await(RenderTicket ticket, RenderListener listener, Cancellation cancellation) {
        return polling.untilEnd(ticket, polling.look(ticket, cancellation), listener, cancellation);
    }

    public void cancel(RenderTicket ticket, Cancellation cancellation) {
        String path = Endpoints.fill(Endpoints.RENDER_CANCEL, ticket.renderId());
        try {
            api.post(path, api.object(), ticket.session(), cancellation);
        } catch (ClientException.Refused refused) {
            if (refused.status() != 409) {
                throw refused;
            }
        }
    }

    private Submitted submit(Job job, Cancellation cancellation) {
        try {
            return submitOnce(job, false, cancellation);
        } catch (ClientException.RenderIdTaken | ClientException.RenderFailed first) {
            return submitOnce(job, true, cancellation);
        }
    }

    private Submitted submitOnce(Job job, boolean second, Cancellation cancellation) {
        RenderTicket ticket = new RenderTicket(job.session(), nextId());
        job.listener().submitting(ticket);
        try {
            Answer answer = post(job, ticket, cancellation);
            return new Submitted(adopted(ticket, answer, job.listener()), statusOf(answer), second);
        } catch (ClientException.RenderIdTaken | ClientException.RenderFailed refused) {
            if (!second) {
                job.listener().again(ticket, refused.getMessage());
            }
            throw refused;
        } catch (ClientException.ConnectionLost lost) {
            return new Submitted(ticket, found(ticket, lost, cancellation), second);
        }
    }

    private Answer post(Job job, RenderTicket ticket, Cancellation cancellation) {
        ObjectNode body = api.object()
                .put("id", ticket.renderId())
                .put("sessionId", job.session().sessionId());
        body.set("draft", job.draft().json());
        body.set("output", job.output().json());
        Answer answer = api.post(Endpoints.RENDER, body, cancellation);
        if (answer.ok()) {
            return answer;
        }
        if (answer.status() == 409 || taken(answer.message())) {
            throw new ClientException.RenderIdTaken(
                    CoreMessages.text("render.id-taken", ticket.renderId(), answer.message()));
        }
        if (answer.status() / 100 == 2 && answer.code() == 0) {
            throw new ClientException.RenderFailed(
                    CoreMessages.text("render.not-taken", ticket.renderId(), answer.message()),
                    CoreMessages.text("render.failed-advice"),
                    ticket,
                    false);
        }
        return api.checked(answer, job.session());
    }

    /** Looks for a render after the connection broke while the draft was sent: it may be running under its id. */
    private RenderStatus found(RenderTicket ticket, ClientException lost, Cancellation cancellation) {
        try {
            return polling.look(ticket, cancellation);
        } catch (ClientException notThere) {
            lost.addSuppressed(notThere);
            throw lost;
        }
    }

    private static RenderTicket adopted(RenderTicket ticket, Answer answer, RenderListener listener) {
        String id = statusOf(answer).id().orElse(ticket.renderId());
        if (id.equals(ticket.renderId())) {
            return ticket;
        }
        RenderTicket renamed = new RenderTicket(ticket.session(), id);
        listener.submitting(renamed);
        return renamed;
    }

    private static RenderStatus statusOf(Answer answer) {
        return RenderStatus.parse(answer.body(), answer.retryAfter());
    }

    private static boolean taken(String message) {
        String text = message.toLowerCase(Locale.ROOT);
        return text.contains("already exist") || text.contains("duplicate id") || text.contains("id taken");
    }

    /** Returns microseconds, unique in this process; a clash with another client is reported as "taken". */
    private String nextId() {
        long now = clock.millis() * 1000;
        return "render_" + LAST_ID.updateAndGet(last -> Math.max(last + 1, now));
    }
}
