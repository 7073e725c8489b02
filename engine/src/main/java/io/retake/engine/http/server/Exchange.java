package io.retake.engine.http.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.protocol.Headers;
import io.retake.core.sse.SseWriter;
import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.store.Json;
import io.retake.engine.store.User;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** One request and its answer. Used by one thread at a time. */
public final class Exchange {
    /** A draft of an hour with thousands of segments has about 1 MB. */
    static final int MOST_JSON = 8 << 20;

    /** Bytes; the system buffers a smaller answer at once, however slowly the client reads. */
    private static final int LARGE_ANSWER = 64 << 10;
    /** The longest time for an answer: a film over the slowest of links. */
    private static final Duration LONGEST_ANSWER = Duration.ofHours(24);

    private final Request request;
    private final PacedResponse response;
    private final Callback completion;
    private final Transfers transfers;
    private final Map<String, String> ids;
    private final @Nullable User user;
    private byte[] body = {};
    private Uploads.@Nullable UploadForm form;
    private @Nullable ByteBuffer answer;
    private boolean handedOver;

    Exchange(
            Request request,
            PacedResponse response,
            Callback completion,
            Transfers transfers,
            Map<String, String> ids,
            @Nullable User user) {
        this.request = request;
        this.response = response;
        this.completion = completion;
        this.transfers = transfers;
        this.ids = ids;
        this.user = user;
    }

    /** Returns the exchange with its route's ids and user. */
    Exchange on(Map<String, String> idsInPath, @Nullable User asking) {
        return new Exchange(request, response, completion, transfers, idsInPath, asking);
    }

    /** Takes the body, once it has come. */
    void received(byte[] bytes) {
        body = bytes;
    }

    /** Takes the body of an upload, once it has come. */
    void received(Uploads.UploadForm parts) {
        form = parts;
    }

    /** Returns the body of an upload; empty for other bodies. */
    public Optional<Uploads.UploadForm> form() {
        return Optional.ofNullable(form);
    }

    public Request request() {
        return request;
    }

    public Response response() {
        return response;
    }

    /** Returns the user; only on routes that need a token. */
    public User user() {
        if (user == null) {
            throw new IllegalStateException("a route without a user");
        }
        return user;
    }

    /** Returns the id with that name in the path. */
    public String id(String name) {
        String id = ids.get(name);
        if (id == null) {
            throw new IllegalArgumentException("no " + name + " in this path");
        }
        return id;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeaders().get(name)).filter(value -> !value.isBlank());
    }

    public boolean isMultipart() {
        return contentType().equals("multipart/form-data");
    }

    private String contentType() {
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /**
     * The body, which has to be a JSON object, whatever type it is said to be of: curl says
     * application/x-www-form-urlencoded of everything. None at all is an empty one.
     *
     * @param wanted what it should hold, for whoever sent something else
     */
    public ObjectNode json(String wanted) {
        return body.length == 0
                ? Json.object()
                : Json.parse(body)
                        .orElseThrow(() -> ApiException.badRequest(EngineMessages.text("request.no-json", wanted)));
    }

    /** Returns a required text of the body. */
    public static String text(JsonNode json, String name) {
        JsonNode value = json.path(name);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw ApiException.badRequest(
                    value.isMissingNode()
                            ? EngineMessages.text("request.no-text", name)
                            : EngineMessages.text("request.odd-text", name, CleanText.shortened(value.toString())));
        }
        return value.asText();
    }

    /** Answers {@code {"code":0,"data":…}}. */
    public void data(ObjectNode data) {
        ObjectNode envelope = Json.object().put("code", 0);
        envelope.set("data", data);
        send(200, envelope);
    }

    /** Answers about a render in both forms: at the top for newer clients, and in {@code data} for older ones. */
    public void render(ObjectNode data) {
        ObjectNode envelope = Json.object().put("success", true);
        for (String name : new String[] {"id", "status", "progress", "error"}) {
            if (data.has(name)) {
                envelope.set(name, data.get(name));
            }
        }
        if (data.has("outputUrl")) {
            envelope.putObject("output").set("url", data.get("outputUrl"));
        }
        envelope.set("data", data);
        send(200, envelope);
    }

    /** Answers {@code {"success":true,"data":…}}, as the render calls do. */
    public void success(ObjectNode data) {
        ObjectNode envelope = Json.object().put("success", true);
        envelope.set("data", data);
        send(200, envelope);
    }

    /** Answers with a stream of events, each sent at once. */
    public SseWriter events() {
        response.setStatus(200);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream; charset=utf-8");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        return new SseWriter(Content.Sink.asOutputStream(response));
    }

    void error(ApiException e) {
        if (e.status() == 401) {
            response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, Headers.BEARER.strip());
        }
        e.retryAfter()
                .ifPresent(wait ->
                        response.getHeaders().put(HttpHeader.RETRY_AFTER, Math.max(1, (wait.toMillis() + 999) / 1000)));
        send(e.status(), Json.object().put("code", e.code()).put("message", e.getMessage()));
    }

    private void send(int status, ObjectNode json) {
        byte[] bytes = Json.bytes(json);
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
        answer = ByteBuffer.wrap(bytes);
    }

    /** Hands the answer over: the caller must call the returned callback once, when it has been sent. */
    public Callback handOver() {
        track();
        handedOver = true;
        return completion;
    }

    /** Counts the answer as a transfer, which limits the number of slow ones per client. */
    private Transfers.Transfer track() {
        // A film at a signed address is fetched by nobody in particular; then its readers count together.
        String client = user == null ? String.valueOf(request.getHttpURI().getPath()) : user.id();
        Transfers.Transfer sending = transfers.begin(client, LONGEST_ANSWER, request::fail);
        response.track(sending);
        Request.addCompletionListener(request, failure -> sending.close());
        return sending;
    }

    /** Sends the answer, without waiting for a client that reads it slowly. */
    void end() {
        ByteBuffer bytes = answer;
        if (handedOver) {
            return;
        }
        if (bytes == null) {
            completion.succeeded();
            return;
        }
        if (bytes.remaining() > LARGE_ANSWER) {
            track().kept(bytes.remaining());
        }
        response.write(true, bytes, completion);
    }

    /** Breaks the connection, since an error can no longer be reported. */
    void breakOff(Throwable why) {
        completion.failed(why);
    }
}
