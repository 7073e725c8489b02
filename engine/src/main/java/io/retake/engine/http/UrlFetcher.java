package io.retake.engine.http;

import io.retake.core.PrivateFiles;
import io.retake.core.protocol.ErrorCode;
import io.retake.core.protocol.MediaType;
import io.retake.engine.api.NetworkLimits;
import io.retake.engine.http.server.ApiException;
import io.retake.engine.http.server.CleanText;
import io.retake.engine.http.server.Uploads;
import io.retake.engine.phrase.EngineMessages;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * Fetches files from the internet for clients that may not be trusted. Only addresses that were checked are connected
 * to: a name is resolved once, all that it resolves to has to be public, and the connection goes to one of these. Each
 * redirect is checked in the same way. Thread-safe.
 */
final class UrlFetcher implements AutoCloseable {
    /** Bytes; the same limit as for uploads. */
    static final long LIMIT = MediaType.MAX_BYTES;

    private static final int MOST_REDIRECTS = 5;
    private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml");
    private static final Duration WHOLE_CALL = Duration.ofMinutes(15);

    private final Predicate<InetAddress> allowed;
    private final long limit;
    private final NetworkLimits pace;
    private final OkHttpClient http;

    UrlFetcher(Predicate<InetAddress> allowed, long limit) {
        this(allowed, limit, NetworkLimits.DEFAULT);
    }

    /** @param pace a server that is slower keeps a thread of ours for nothing */
    UrlFetcher(Predicate<InetAddress> allowed, long limit, NetworkLimits pace) {
        this.allowed = allowed;
        this.limit = limit;
        this.pace = pace;
        this.http = new OkHttpClient.Builder()
                .proxy(Proxy.NO_PROXY)
                .dns(checkedNames(allowed))
                .addNetworkInterceptor(checkedConnections(allowed))
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(Duration.ofSeconds(10))
                .readTimeout(Duration.ofSeconds(30))
                .callTimeout(WHOLE_CALL)
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .build();
    }

    private static Dns checkedNames(Predicate<InetAddress> allowed) {
        return host -> {
            List<InetAddress> addresses = Arrays.asList(InetAddress.getAllByName(host));
            if (!addresses.stream().allMatch(allowed)) {
                throw new AddressRefused(host);
            }
            return addresses;
        };
    }

    /** An address written as such in a URL is never resolved; here it is seen, before anything is sent to it. */
    private static Interceptor checkedConnections(Predicate<InetAddress> allowed) {
        return chain -> {
            var connection = chain.connection();
            InetSocketAddress address =
                    connection == null ? null : connection.route().socketAddress();
            if (address == null || address.getAddress() == null || !allowed.test(address.getAddress())) {
                throw new AddressRefused(chain.request().url().host());
            }
            return chain.proceed(chain.request());
        };
    }

    /** The host is this machine or in its network. */
    private static final class AddressRefused extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        AddressRefused(String host) {
            super(host);
        }
    }

    /** A fetched file. */
    record Fetched(String name, MediaType type) {}

    /** Downloads a URL into a file. */
    Fetched fetch(String given, Path target) throws IOException {
        HttpUrl url = HttpUrl.parse(given);
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            if (url == null) {
                throw ApiException.badRequest(EngineMessages.text("fetch.scheme", CleanText.shortened(given)));
            }
            try (Response response = call(url)) {
                if (response.isRedirect()) {
                    url = redirected(url, response);
                    continue;
                }
                return take(url, response, target);
            }
        }
        throw ApiException.badRequest(
                EngineMessages.text("fetch.redirects", CleanText.shortened(given), MOST_REDIRECTS));
    }

    private static @Nullable HttpUrl redirected(HttpUrl from, Response response) {
        String location = response.header("Location");
        return location == null ? null : from.resolve(location);
    }

    private Response call(HttpUrl url) throws IOException {
        Request request = new Request.Builder().url(url).header("Accept", "*/*").build();
        try {
            checkLiteral(url);
            return http.newCall(request).execute();
        } catch (AddressRefused e) {
            throw refused(url);
        } catch (IOException e) {
            throw ApiException.badRequest(
                    EngineMessages.text("fetch.failed", CleanText.shortened(url.toString()), e.getMessage()));
        }
    }

    /** Refuses an address before connecting to it, so that a client can't find out whether a port is open. */
    private void checkLiteral(HttpUrl url) throws UnknownHostException {
        boolean literal = url.host().indexOf(':') >= 0 || url.host().matches("[0-9.]+");
        if (literal && !allowed.test(InetAddress.getByName(url.host()))) {
            throw new AddressRefused(url.host());
        }
    }

    private static ApiException refused(HttpUrl url) {
        return ApiException.http(403, EngineMessages.text("fetch.private-host", CleanText.shortened(url.host())));
    }

    private Fetched take(HttpUrl url, Response response, Path target) throws IOException {
        if (response.code() != 200) {
            throw ApiException.badRequest(
                    EngineMessages.text("fetch.status", CleanText.shortened(url.toString()), response.code()));
        }
        ResponseBody body = response.body();
        String said = mime(body);
        if (PAGES.contains(said)) {
            throw ApiException.of(
                    ErrorCode.UNSUPPORTED_FILE,
                    EngineMessages.text("fetch.web-page", CleanText.shortened(url.toString()), said));
        }
        Fetched fetched = named(url, response.header("Content-Disposition"), said)
                .orElseThrow(() -> ApiException.of(
                        ErrorCode.UNSUPPORTED_FILE,
                        EngineMessages.text(
                                "fetch.other-type", CleanText.shortened(url.toString()), MediaType.accepted())));
        if (body.contentLength() > limit) {
            throw Uploads.tooLarge(limit);
        }
        try (InputStream in = body.byteStream();
                OutputStream out = PrivateFiles.newOutputStream(target)) {
            copy(url, in, out);
        }
        return fetched;
    }

    /**
     * Names the file as the server does, else as its URL does; takes the type from either name, else from the MIME
     * type.
     */
    private static Optional<Fetched> named(HttpUrl url, @Nullable String disposition, String mime) {
        String last = CleanText.fileName(name(url));
        String name = ContentDisposition.fileName(disposition)
                .map(CleanText::fileName)
                .orElse(last);
        Optional<MediaType> known = MediaType.ofName(name)
                .or(() -> MediaType.ofName(last))
                .or(() -> Arrays.stream(MediaType.values())
                        .filter(type -> type.mime().equals(mime))
                        .findFirst());
        return known.map(
                type -> new Fetched(MediaType.ofName(name).isPresent() ? name : name + "." + type.extension(), type));
    }

    private static String mime(ResponseBody body) {
        okhttp3.MediaType said = body.contentType();
        return said == null ? "" : (said.type() + "/" + said.subtype()).toLowerCase(Locale.ROOT);
    }

    private static String name(HttpUrl url) {
        List<String> segments = url.pathSegments();
        return segments.get(segments.size() - 1);
    }

    private void copy(HttpUrl url, InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long begun = System.nanoTime();
        long total = 0;
        for (int read = read(url, in, buffer, total); read >= 0; read = read(url, in, buffer, total)) {
            total += read;
            if (total > limit) {
                throw Uploads.tooLarge(limit);
            }
            if (pace.isTooSlow(total, Duration.ofNanos(System.nanoTime() - begun))) {
                throw ApiException.badRequest(
                        EngineMessages.text("fetch.slow", CleanText.shortened(url.toString()), pace.bytesPerSecond()));
            }
            out.write(buffer, 0, read);
        }
    }

    /** Reads a block; a break by the other server is not reported as a fault of this engine's disk. */
    private static int read(HttpUrl url, InputStream in, byte[] buffer, long total) {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw ApiException.badRequest(
                    EngineMessages.text("fetch.broke-off", CleanText.shortened(url.toString()), total, e.getMessage()));
        }
    }

    @Override
    public void close() {
        http.connectionPool().evictAll();
        http.dispatcher().executorService().shutdown();
    }
}
