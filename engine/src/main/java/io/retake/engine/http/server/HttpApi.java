package io.retake.engine.http.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.engine.api.EngineException;
import io.retake.engine.api.NetworkLimits;
import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.store.Json;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/** The HTTP server: on 127.0.0.1 only, on threads that don't keep a process alive. */
public final class HttpApi implements AutoCloseable {
    private static final int MOST_THREADS = 40;
    private static final int MOST_HEADER_BYTES = 16 * 1024;
    /** Longer than the time between two heartbeats. */
    static final int IDLE_MS = 120_000;

    private final Server server;
    private final ServerConnector connector;
    private final NetworkLimits limits;
    private final Transfers transfers;
    private final ConnectionWatch connections;

    private HttpApi(Server server, ServerConnector connector, NetworkLimits limits) {
        this.server = server;
        this.connector = connector;
        this.limits = limits;
        this.transfers = new Transfers(limits);
        this.connections = new ConnectionWatch(server, limits, transfers);
        connector.addBean(connections);
    }

    /** Makes the server without starting it. Most of its time goes into loading classes, beside other work. */
    public static HttpApi prepare(int port, NetworkLimits limits) {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, 1);
        threads.setName("retake-http");
        threads.setDaemon(true);
        Server server = new Server(threads, new ScheduledExecutorScheduler("retake-http-timer", true), null);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MS);
        server.addConnector(connector);
        server.setErrorHandler(HttpApi::explain);
        server.setStopAtShutdown(false);
        return new HttpApi(server, connector, limits);
    }

    /** Serves from now on. */
    public void serve(List<Route> routes, RequestGuard gate, LongCalls calls, DiskErrors disk) {
        server.setHandler(new Router(routes, gate, calls, limits, transfers, connections, disk));
        try {
            server.start();
        } catch (Exception e) {
            throw new EngineException(EngineMessages.text("engine.port-taken", connector.getPort(), e.getMessage()), e);
        }
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(MOST_HEADER_BYTES);
        return http;
    }

    /**
     * Writes requests that Jetty refuses before they reach us, such as an escaped slash in a path, as errors of this
     * API.
     */
    private static boolean explain(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
        ObjectNode body = Json.object()
                .put("code", status)
                .put("message", EngineMessages.text("request.refused", HttpStatus.getMessage(status)));
        response.write(true, ByteBuffer.wrap(Json.bytes(body)), callback);
        return true;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new EngineException(EngineMessages.text("engine.server-stays", e.getMessage()), e);
        }
    }
}
