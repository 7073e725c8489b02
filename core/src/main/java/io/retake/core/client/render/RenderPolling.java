package io.retake.core.client.render;

import io.retake.core.CoreMessages;
import io.retake.core.client.http.Answer;
import io.retake.core.client.http.Api;
import io.retake.core.client.http.Cancellation;
import io.retake.core.client.http.ClientException;
import io.retake.core.client.http.Patience;
import io.retake.core.client.http.Waits;
import io.retake.core.protocol.Endpoints;
import io.retake.core.protocol.RenderState;
import io.retake.core.protocol.RenderStatus;
import io.retake.core.protocol.RenderTicket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalDouble;

/** Polls a render until it ends, at the interval the server asks for, as long as there is progress. */
public final class RenderPolling {
    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int FAILED_LOOKS = 6;
    private final Api api;
    private final Waits waits;
    private final Patience patience;
    private final InstantSource clock;

    public RenderPolling(Api api, Waits waits, Patience patience, InstantSource clock) {
        this.api = api;
        this.waits = waits;
        this.patience = patience;
        this.clock = clock;
    }

    RenderStatus look(RenderTicket ticket, Cancellation cancellation) {
        String path = Endpoints.fill(Endpoints.RENDER_STATUS, ticket.renderId());
        Answer answer = api.tried(path, cancellation);
        boolean told = answer.status() / 100 == 2 && answer.code() == 0 && RenderStatus.isOne(answer.body());
        if (!told) {
            api.checked(answer, ticket.session());
            throw new ClientException.NotAnApi(CoreMessages.text("render.no-status", answer.call()), null);
        }
        return RenderStatus.parse(answer.body(), answer.retryAfter());
    }

    FinishedRender untilEnd(
            RenderTicket ticket, RenderStatus first, RenderListener listener, Cancellation cancellation) {
        RenderStatus status = first;
        Instant news = clock.instant();
        while (true) {
            listener.status(ticket, status);
            if (status.state().ended()) {
                return finished(ticket, status);
            }
            checkStall(ticket, news);
            waits.sleep(pause(status), cancellation, waitingFor(ticket));
            RenderStatus next = patientLook(ticket, news, cancellation);
            if (moved(status, next)) {
                news = clock.instant();
            }
            status = next;
        }
    }

    /** Polls once; tolerates a short outage. */
    private RenderStatus patientLook(RenderTicket ticket, Instant news, Cancellation cancellation) {
        for (int failed = 1; ; failed++) {
            try {
                return look(ticket, cancellation);
            } catch (ClientException outage) {
                if (!passing(outage) || failed >= FAILED_LOOKS) {
                    throw outage;
                }
                checkStall(ticket, news);
                waits.sleep(Duration.ofSeconds(1L << (failed - 1)), cancellation, waitingFor(ticket));
            }
        }
    }

    private static boolean passing(ClientException failure) {
        boolean fault = failure instanceof ClientException.Refused refused && refused.status() >= 500;
        return fault
                || failure instanceof ClientException.ConnectionLost
                || failure instanceof ClientException.NotAnApi
                || failure instanceof ClientException.RateLimited;
    }

    private static boolean moved(RenderStatus before, RenderStatus after) {
        OptionalDouble earlier = before.progress();
        OptionalDouble later = after.progress();
        return before.state() != after.state() || !earlier.equals(later);
    }

    private Duration pause(RenderStatus status) {
        Duration asked = status.pollAfter().orElse(patience.poll());
        return asked.compareTo(SHORTEST) < 0 ? SHORTEST : asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }

    private void checkStall(RenderTicket ticket, Instant news) {
        Duration quiet = Duration.between(news, clock.instant());
        if (quiet.compareTo(patience.stall()) > 0) {
            throw new ClientException.TimedOut(
                    CoreMessages.text("render.stalled", ticket.renderId(), quiet.toMinutes()),
                    CoreMessages.text(
                            "render.stalled-advice",
                            ticket.renderId(),
                            ticket.session().sessionId()),
                    quiet);
        }
    }

    private static FinishedRender finished(RenderTicket ticket, RenderStatus status) {
        if (status.state() == RenderState.COMPLETED) {
            return new FinishedRender(ticket, status);
        }
        boolean cancelled = status.state() == RenderState.CANCELLED;
        String reason = status.error()
                .map(error -> CoreMessages.text("render.reason", error))
                .orElse("");
        throw new ClientException.RenderFailed(
                cancelled
                        ? CoreMessages.text("render.cancelled", ticket.renderId(), reason)
                        : CoreMessages.text("render.failed", ticket.renderId(), reason),
                cancelled ? CoreMessages.text("render.cancelled-advice") : CoreMessages.text("render.failed-advice"),
                ticket,
                cancelled);
    }

    private static String waitingFor(RenderTicket ticket) {
        return CoreMessages.text("wait.render", ticket.renderId());
    }
}
