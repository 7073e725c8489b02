package io.retake.engine.http;

import io.retake.engine.EngineException;
import io.retake.engine.store.StorageFull;
import io.retake.engine.store.User;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the route of a request, lets it in or refuses it, and turns what goes wrong into an answer. */
final class Router extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(Router.class);

    private final List<Route> routes;
    private final Gate gate;

    Router(List<Route> routes, Gate gate) {
        this.routes = List.copyOf(routes);
        this.gate = gate;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        try {
            answer(request, response);
            callback.succeeded();
        } catch (IOException e) {
            // The other side went away.
            callback.failed(e);
        }
        return true;
    }

    private void answer(Request request, Response response) throws IOException {
        Exchange exchange = new Exchange(request, response, Map.of(), null);
        try {
            gate.checkOrigin(request, Request.getLocalPort(request));
            route(request, response);
        } catch (ApiException e) {
            refuse(exchange, e);
        } catch (StorageFull e) {
            refuse(exchange, ApiException.http(507, String.valueOf(e.getMessage())));
        } catch (EngineException e) {
            refuse(exchange, ApiException.http(500, String.valueOf(e.getMessage())));
        } catch (IOException e) {
            // The disk's, or the other side went away; then this answer fails too, and that is all there is to do.
            refuse(exchange, CutShort.ofConnection(e) ? CutShort.refusal() : disk(e));
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", request.getMethod(), request.getHttpURI().getPath(), e);
            refuse(
                    exchange,
                    ApiException.http(
                            500,
                            "The engine failed at this request (" + e + "). That is a fault of ours;"
                                    + " the timeline is as it was before."));
        }
    }

    private static ApiException disk(IOException e) {
        boolean full = String.valueOf(e.getMessage()).contains("No space left");
        return full
                ? ApiException.http(507, "The disk is full. Make room on it, then repeat.")
                : ApiException.http(
                        500, "The engine can't read or write its files (" + e + "). Check its data folder.");
    }

    /** Tells why, unless an answer has begun: then the connection breaks, so that half an answer isn't taken for one. */
    private static void refuse(Exchange exchange, ApiException e) throws IOException {
        if (exchange.response().isCommitted()) {
            throw new IOException(e);
        }
        exchange.error(e);
    }

    private void route(Request request, Response response) throws IOException {
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
                Map<String, String> ids = route.match(path).orElseThrow();
                route.endpoint().answer(new Exchange(request, response, ids, user));
                return;
            }
        }
        throw notFound(request, response, here);
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
                    "There is no such call here: " + request.getMethod() + " "
                            + Clean.shortened(
                                    String.valueOf(request.getHttpURI().getPath())) + ".");
        }
        String allowed = here.stream().map(Route::method).distinct().collect(Collectors.joining(", "));
        response.getHeaders().put(HttpHeader.ALLOW, allowed);
        return ApiException.http(405, "This call is made with " + allowed + ", not with " + request.getMethod() + ".");
    }
}
