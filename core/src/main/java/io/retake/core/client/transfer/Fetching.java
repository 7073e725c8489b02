package io.retake.core.client.transfer;

import io.retake.core.CoreMessages;
import io.retake.core.client.http.Answer;
import io.retake.core.client.http.Api;
import io.retake.core.client.http.Cancellation;
import io.retake.core.client.http.ClientException;
import io.retake.core.client.http.Errors;
import io.retake.core.client.http.Tokens;
import io.retake.core.client.http.Transport;
import io.retake.core.protocol.ErrorCode;
import io.retake.core.protocol.TerminalText;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * One request for a file or the rest of one. Follows redirects itself, one by one, because the token must be sent to
 * the API's own origin and nowhere else.
 */
public final class Fetching {
    private static final int REDIRECTS = 5;
    private static final String DOWNLOADS = "/api/render/proxy/";
    private static final int PIECE = 64 * 1024;
    private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18}|\\*)");
    private final Transport transport;
    private final Tokens tokens;
    private final Errors errors;
    private final URI api;

    public Fetching(Transport transport, Tokens tokens, Errors errors, URI api) {
        this.transport = transport;
        this.tokens = tokens;
        this.errors = errors;
        this.api = api;
    }

    /** Receives the progress of a transfer. */
    @FunctionalInterface
    interface Progress {
        void progress(long done, long total);
    }

    /** The address of a file, and its version at the last request: a strong ETag, or nothing. */
    static final class Source {
        private final URI address;
        private @Nullable String etag;
        private boolean renewed;

        Source(URI address) {
            this.address = address;
        }
    }

    /**
     * Downloads the whole file, or the rest of it when a beginning exists and the server can confirm that it belongs to
     * the same file.
     *
     * @throws ClientException.ConnectionLost when the connection broke; the part keeps the bytes received so far
     */
    void fetch(Source source, PartFile part, Progress progress, Cancellation cancellation) {
        boolean rest = part.size() > 0 && source.etag != null;
        if (!rest) {
            part.restart();
        }
        URI address = source.address;
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            Optional<URI> next = hop(address, source, part, progress, cancellation);
            if (next.isEmpty()) {
                return;
            }
            address = next.get();
        }
        throw new ClientException.NotAnApi(CoreMessages.text("download.in-circles", source.address.getPath()), null);
    }

    private Optional<URI> hop(URI address, Source source, PartFile part, Progress progress, Cancellation cancellation) {
        String token = ownOrigin(address) ? tokens.current(cancellation) : null;
        Call call = transport.call(request(address, token, source, part));
        return transport.exchange(call, cancellation, response -> {
            if (isRedirect(response)) {
                return Optional.of(redirect(address, response));
            }
            if (response.code() == 416) {
                source.etag = null;
                throw new IOException(CoreMessages.text("download.changed"));
            }
            if (!response.isSuccessful() || isText(response)) {
                return again(address, refusal(response), source, token, cancellation);
            }
            receive(response, source, part, progress);
            return Optional.empty();
        });
    }

    /** Returns the same address for another request with a new token, or throws. */
    private Optional<URI> again(
            URI address, Answer answer, Source source, @Nullable String token, Cancellation cancellation) {
        // An address with its own ticket may expire while the token is valid; then the backend's own call follows.
        boolean aboutToken = address.getPath().contains(DOWNLOADS);
        if (token != null && aboutToken && answer.is(ErrorCode.TOKEN_REJECTED) && !source.renewed) {
            source.renewed = true;
            if (tokens.replace(token, cancellation).isPresent()) {
                return Optional.of(address);
            }
        }
        throw errors.of(answer, null, tokens.userId());
    }

    private Request request(URI address, @Nullable String token, Source source, PartFile part) {
        Request.Builder request =
                token == null ? new Request.Builder().url(address.toString()) : transport.headed(address);
        // With compression, length and ranges would be those of the compressed form.
        request.header("Accept-Encoding", "identity");
        if (part.size() > 0 && source.etag != null) {
            request.header("Range", "bytes=" + part.size() + "-").header("If-Range", source.etag);
        }
        return token == null ? request.build() : Api.authorized(request, token);
    }

    private void receive(Response response, Source source, PartFile part, Progress progress) throws IOException {
        long total = begin(response, part);
        String etag = response.header("ETag");
        source.etag = etag != null && !etag.startsWith("W/") ? etag : null;
        if (total >= 0) {
            part.reserve(total - part.size());
        }
        progress.progress(part.size(), total);
        InputStream body = response.body().byteStream();
        byte[] piece = new byte[PIECE];
        for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
            part.write(piece, read);
            progress.progress(part.size(), total);
        }
        if (part.size() == 0 || (total >= 0 && part.size() != total)) {
            throw new IOException(CoreMessages.text("download.ended-early", part.size(), total));
        }
    }

    /**
     * Positions the part at the start of the answer.
     *
     * @return the whole length, or -1
     */
    private static long begin(Response response, PartFile part) throws IOException {
        if (response.code() != 206) {
            if (part.size() > 0) {
                part.restart();
            }
            return response.body().contentLength();
        }
        Matcher range = RANGE.matcher(String.valueOf(response.header("Content-Range")));
        if (!range.matches() || Long.parseLong(range.group(1)) != part.size()) {
            part.restart();
            throw new IOException(CoreMessages.text("download.other-part"));
        }
        return range.group(2).equals("*") ? -1 : Long.parseLong(range.group(2));
    }

    private static Answer refusal(Response response) throws IOException {
        return Answer.read(Transport.name(response.request()), response);
    }

    /** Returns whether the response is text. Renders never are: it is a sign-in page or an error. */
    private static boolean isText(Response response) {
        String type = String.valueOf(response.header("Content-Type")).toLowerCase(Locale.ROOT);
        return type.startsWith("text/html") || type.startsWith("application/json");
    }

    private static boolean isRedirect(Response response) {
        return response.code() / 100 == 3 && response.code() != 304 && response.header("Location") != null;
    }

    private static URI redirect(URI from, Response response) {
        String location = String.valueOf(response.header("Location"));
        try {
            URI to = from.resolve(location.strip());
            boolean downgrade = "https".equalsIgnoreCase(from.getScheme()) && !"https".equalsIgnoreCase(to.getScheme());
            if (isWeb(to) && !downgrade) {
                return to;
            }
        } catch (IllegalArgumentException notAnAddress) {
            throw badRedirect(response, location);
        }
        throw badRedirect(response, location);
    }

    private static ClientException badRedirect(Response response, String location) {
        return new ClientException.NotAnApi(
                CoreMessages.text(
                        "download.unsafe-redirect",
                        Transport.name(response.request()),
                        TerminalText.excerpt(location.split("[?#]", 2)[0], 120)),
                null);
    }

    static boolean isWeb(URI address) {
        boolean web = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
        return web && address.getHost() != null && address.getRawUserInfo() == null;
    }

    private boolean ownOrigin(URI address) {
        return api.getScheme().equalsIgnoreCase(address.getScheme())
                && api.getHost().equalsIgnoreCase(address.getHost())
                && port(api) == port(address);
    }

    private static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    }
}
