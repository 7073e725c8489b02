package io.retake.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.protocol.Headers;
import io.retake.core.sse.SseWriter;
import io.retake.engine.store.Json;
import io.retake.engine.store.User;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/** One request and its answer. Used by one thread. */
final class Exchange {
    /** A draft of an hour with thousands of segments has about 1 MB. */
    private static final int MOST_JSON = 8 << 20;

    private final Request request;
    private final Response response;
    private final Map<String, String> ids;
    private final @Nullable User user;

    Exchange(Request request, Response response, Map<String, String> ids, @Nullable User user) {
        this.request = request;
        this.response = response;
        this.ids = ids;
        this.user = user;
    }

    Request request() {
        return request;
    }

    Response response() {
        return response;
    }

    /** Who asks; only on routes that need a token. */
    User user() {
        if (user == null) {
            throw new IllegalStateException("a route without a user");
        }
        return user;
    }

    /** The id at a named place of the path. */
    String id(String name) {
        String id = ids.get(name);
        if (id == null) {
            throw new IllegalArgumentException("no " + name + " in this path");
        }
        return id;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeaders().get(name)).filter(value -> !value.isBlank());
    }

    boolean isMultipart() {
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
    ObjectNode json(String wanted) throws IOException {
        byte[] body;
        try (InputStream in = Content.Source.asInputStream(request)) {
            body = in.readNBytes(MOST_JSON + 1);
            if (body.length > MOST_JSON) {
                Draining.drain(in);
                throw ApiException.http(413, "A JSON body has at most 8 MB here. " + wanted);
            }
        }
        return body.length == 0
                ? Json.object()
                : Json.parse(body)
                        .orElseThrow(() -> ApiException.badRequest("The body is not a JSON object. " + wanted));
    }

    /** A text of the body that has to be there. */
    static String text(JsonNode json, String name) {
        JsonNode value = json.path(name);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw ApiException.badRequest("The body needs a text named '" + name + "'; found "
                    + (value.isMissingNode() ? "none" : Clean.shortened(value.toString())) + ".");
        }
        return value.asText();
    }

    /** Answers {@code {"code":0,"data":…}}. */
    void data(ObjectNode data) throws IOException {
        ObjectNode envelope = Json.object().put("code", 0);
        envelope.set("data", data);
        send(200, envelope);
    }

    /** Answers about a render in both forms: at the top for newer clients, and in {@code data} for older ones. */
    void render(ObjectNode data) throws IOException {
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
    void success(ObjectNode data) throws IOException {
        ObjectNode envelope = Json.object().put("success", true);
        envelope.set("data", data);
        send(200, envelope);
    }

    /** Answers with a stream of events, each sent at once. */
    SseWriter events() {
        response.setStatus(200);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream; charset=utf-8");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        return new SseWriter(Content.Sink.asOutputStream(response));
    }

    void error(ApiException e) throws IOException {
        if (e.status() == 401) {
            response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, Headers.BEARER.strip());
        }
        e.retryAfter()
                .ifPresent(wait ->
                        response.getHeaders().put(HttpHeader.RETRY_AFTER, Math.max(1, (wait.toMillis() + 999) / 1000)));
        send(e.status(), Json.object().put("code", e.code()).put("message", e.getMessage()));
    }

    private void send(int status, ObjectNode body) throws IOException {
        byte[] bytes = Json.bytes(body);
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
        try (var out = Content.Sink.asOutputStream(response)) {
            out.write(bytes);
        }
    }
}
