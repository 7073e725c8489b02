package io.retake.engine.http.server;

import io.retake.engine.api.EngineException;
import io.retake.engine.api.NetworkLimits;
import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.store.StorageFull;
import io.retake.engine.store.User;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the route of a request, authorizes it, and turns failures into answers. */
final class Router extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(Router.class);

    private final List<Route> routes;
    private final RequestGuard gate;
    private final LongCalls calls;
    private final Transfers transfers;
    private final NetworkLimits limits;
    private final ConnectionWatch connections;
    private final DiskErrors disk;

    Router(
            List<Route> routes,
            RequestGuard gate,
            LongCalls calls,
            NetworkLimits limits,
            Transfers transfers,
            ConnectionWatch connections,
            DiskErrors disk) {
        this.routes = List.copyOf(routes);
        this.gate = gate;
        this.calls = calls;
        this.transfers = transfers;
        this.limits = limits;
        this.connections = connections;
        this.disk = disk;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Connection connection = request.getConnectionMetaData().getConnection();
        connections.begun(connection);
        Request.addCompletionListener(request, failure -> connections.ended(connection));
        PacedResponse paced = new PacedResponse(request, response, limits);
        Exchange exchange = new Exchange(request, paced, callback, transfers, Map.of(), null);
        step(exchange, () -> {
            gate.checkOrigin(request, Request.getLocalPort(request));
            route(exchange);
        });
        return true;
    }

    /** A step in handling a request. */
    @FunctionalInterface
    private interface RouteStep {
        void run() throws IOException;
    }

    private void step(Exchange exchange, RouteStep step) {
        try {
            step.run();
        } catch (ApiException e) {
            refuse(exchange, e);
        } catch (StorageFull e) {
            refuse(exchange, ApiException.http(507, String.valueOf(e.getMessage())));
        } catch (EngineException e) {
            refuse(exchange, ApiException.http(500, String.valueOf(e.getMessage())));
        } catch (IOException e) {
            // The disk's, or the other side went away; then this answer fails too, and that is all there is to do.
            refuse(exchange, TruncatedBody.ofConnection(e) ? TruncatedBody.refusal() : disk.explained(e));
        } catch (UncheckedIOException e) {
            refuse(exchange, disk.explained(Objects.requireNonNull(e.getCause())));
        } catch (RuntimeException | Error e) { // whatever a request throws, the engine answers it and stays
            Request request = exchange.request();
            LOG.error("{} {} failed", request.getMethod(), request.getHttpURI().getPath(), e);
            refuse(exchange, ApiException.http(500, EngineMessages.text("request.our-fault", e)));
        }
    }

    /**
     * Reports the reason, or breaks the connection if an answer has begun, so that half of it isn't taken for all of
     * it.
     */
    private static void refuse(Exchange exchange, ApiException e) {
        if (exchange.response().isCommitted()) {
            exchange.breakOff(e);
            return;
        }
        exchange.error(e);
        exchange.end();
    }

    private void route(Exchange exchange) throws IOException {
        Request request = exchange.request();
        String path = Optional.ofNullable(request.getHttpURI().getPath()).orElse("");
        List<Route> here =
                routes.stream().filter(route -> route.match(path).isPresent()).toList();
        @Nullable User user = null;
        if (here.isEmpty() || here.stream().anyMatch(Route::needsToken)) {
            // Before telling whether there is such a path.
            user = authenticated(request, here);
        }
        for (Route route : here) {
            if (route.method().equals(request.getMethod())) {
                receive(route, exchange.on(route.match(path).orElseThrow(), user));
                return;
            }
        }
        throw notFound(request, exchange.response(), here);
    }

    private void receive(Route route, Exchange exchange) throws IOException {
        if (!route.body()) {
            work(route, exchange);
            return;
        }
        Intake intake = route.endpoint().intake(exchange);
        Request request = exchange.request();
        Duration longest = intake.equals(Intake.JSON) ? limits.json() : limits.upload();
        Transfers.Transfer transfer = transfers.begin(exchange.user().id(), longest, request::fail);
        Request.addCompletionListener(request, failure -> transfer.close());
        Reception body = new Reception(request, limits, transfer);
        intake.receive(
                body,
                exchange,
                () -> {
                    body.end();
                    work(route, exchange);
                },
                why -> refuse(exchange, body.explained(why, disk)));
    }

    private void work(Route route, Exchange exchange) {
        Runnable answer = () -> step(exchange, () -> {
            route.endpoint().answer(exchange);
            exchange.end();
        });
        if (route.takesLong()) {
            step(exchange, () -> calls.run(exchange.user().id(), answer));
        } else {
            answer.run();
        }
    }

    /** Elsewhere a refused token is a code in an HTTP 200, as the cloud's is; a file that is a refusal would be kept. */
    private User authenticated(Request request, List<Route> here) {
        try {
            return gate.authenticate(request);
        } catch (ApiException e) {
            throw here.isEmpty() || here.stream().anyMatch(Route::givesFile) ? e.unauthorized() : e;
        }
    }

    private static ApiException notFound(Request request, Response response, List<Route> here) {
        if (here.isEmpty()) {
            return ApiException.http(
                    404,
                    EngineMessages.text(
                            "request.no-call",
                            request.getMethod(),
                            CleanText.shortened(
                                    String.valueOf(request.getHttpURI().getPath()))));
        }
        String allowed = here.stream().map(Route::method).distinct().collect(Collectors.joining(", "));
        response.getHeaders().put(HttpHeader.ALLOW, allowed);
        return ApiException.http(405, EngineMessages.text("request.method", allowed, request.getMethod()));
    }
}
