package io.retake.core.client.http;

import io.retake.core.CoreMessages;
import io.retake.core.protocol.Headers;
import io.retake.core.protocol.SkillHeaders;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/**
 * The HTTP connections. Nothing here repeats a POST or follows a redirect. With its defaults OkHttp sends a POST up to
 * 21 times (after a broken connection, 408, 503 with Retry-After: 0, 307), so all of that is switched off, and {@link
 * Api}, which knows the meaning of a call, does the retries.
 */
public final class Transport implements AutoCloseable {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]", "::1");
    private final SkillHeaders skill;
    private final URI base;
    private final OkHttpClient plain;
    private final OkHttpClient reading;
    private final OkHttpClient fresh;

    public Transport(URI base, SkillHeaders skill, Patience patience) {
        this.base = base;
        this.skill = skill;
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(patience.connect())
                .readTimeout(patience.answer())
                .writeTimeout(patience.answer())
                .callTimeout(Duration.ZERO);
        if (loopback(base)) {
            builder.proxy(Proxy.NO_PROXY);
        }
        plain = builder.build();
        // A read is safe to repeat, so a kept connection that the server has closed is no problem for the caller.
        reading = plain.newBuilder().retryOnConnectionFailure(true).build();
        // A kept connection may have been closed by the server meanwhile: a message or a large upload never uses or
        // leaves one (see alone). A pool that keeps nothing for no time would be simpler, but its cleaner spins.
        fresh = plain.newBuilder()
                .connectionPool(new ConnectionPool())
                .protocols(List.of(Protocol.HTTP_1_1))
                .build();
    }

    private Transport(Transport shared, SkillHeaders skill) {
        this.base = shared.base;
        this.skill = skill;
        this.plain = shared.plain;
        this.reading = shared.reading;
        this.fresh = shared.fresh;
    }

    /** Returns these connections for another recipe. */
    public Transport onBehalfOf(String recipe) {
        return new Transport(this, skill.withSource(recipe));
    }

    public static boolean loopback(URI address) {
        return LOOPBACK.contains(String.valueOf(address.getHost()));
    }

    /** Builds a request to the API, with the common headers but without a token. */
    public Request.Builder request(String path) {
        return headed(URI.create(base + path));
    }

    /** Builds a request to any address. */
    public Request.Builder headed(URI address) {
        return new Request.Builder()
                .url(address.toString())
                .header(Headers.SKILL_SOURCE, skill.source())
                .header(Headers.SKILL_VERSION, skill.version())
                .header(Headers.SKILL_PLATFORM, skill.platform());
    }

    /** Creates a call over a kept connection. */
    public Call call(Request request) {
        return (request.method().equals("GET") ? reading : plain).newCall(request);
    }

    /** Creates a call over a new connection, with another read timeout (zero: none). */
    public Call call(Request request, Duration silence) {
        return fresh.newBuilder().readTimeout(silence).build().newCall(alone(request));
    }

    /** Creates such a call with an event listener. */
    public Call call(Request request, Duration silence, EventListener watcher) {
        return fresh.newBuilder()
                .readTimeout(silence)
                .eventListener(watcher)
                .build()
                .newCall(alone(request));
    }

    private static Request alone(Request request) {
        return request.newBuilder().header("Connection", "close").build();
    }

    /** Reads a response before it is closed. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(Response response) throws IOException;
    }

    /** Makes the call in this thread; turns transport failures into {@link ClientException}s. */
    public <T> T exchange(Call call, Cancellation cancellation, Reading<T> reading) {
        String what = name(call.request());
        Waits.check(cancellation, what);
        Cancellation.Registration registration = cancellation.onCancel(call::cancel);
        try (Response response = call.execute()) {
            return reading.read(response);
        } catch (IOException cause) {
            throw failure(call, cancellation, cause);
        } finally {
            registration.close();
        }
    }

    /** Describes a transport failure. */
    RuntimeException failure(Call call, Cancellation cancellation, IOException cause) {
        String what = name(call.request());
        if (cause instanceof BodyFailure failure) {
            return failure.reason();
        }
        if (cancellation.cancelled() || Thread.currentThread().isInterrupted()) {
            return Waits.cancelled(what);
        }
        String host = call.request().url().host() + ":" + call.request().url().port();
        if (cause instanceof InterruptedIOException) {
            return new ClientException.ConnectionLost(
                    CoreMessages.text("connection.no-answer", what, host),
                    CoreMessages.text("connection.no-answer-advice"),
                    cause);
        }
        return new ClientException.ConnectionLost(
                CoreMessages.text("connection.none", what, host, describe(cause)),
                CoreMessages.text("connection.none-advice"),
                cause);
    }

    /** Returns method and path for messages; omits the query, which may hold a signature. */
    public static String name(Request request) {
        return request.method() + " " + request.url().encodedPath();
    }

    public static String describe(IOException cause) {
        String message = cause.getMessage();
        if (cause instanceof EOFException && message == null) {
            return CoreMessages.text("connection.closed-early");
        }
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    @Override
    public void close() {
        plain.dispatcher().cancelAll();
        plain.dispatcher().executorService().shutdown();
        plain.connectionPool().evictAll();
        fresh.connectionPool().evictAll();
    }
}
