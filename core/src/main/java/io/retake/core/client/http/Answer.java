package io.retake.core.client.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.retake.core.CoreMessages;
import io.retake.core.JsonMappers;
import io.retake.core.protocol.ErrorCode;
import io.retake.core.protocol.Headers;
import io.retake.core.protocol.TerminalText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * One JSON answer, successful or not.
 *
 * @param call the request, for messages: method and path
 */
public record Answer(
        String call, int status, JsonNode body, @Nullable Duration retryAfter) {
    /**
     * The maximum size. The state of a session with hundreds of files takes a few hundred KB, so a larger body is a
     * fault.
     */
    static final long LONGEST = 32L * 1024 * 1024;

    private static final int EXCERPT = 120;

    /**
     * Reads the body of a response.
     *
     * @throws ClientException.NotAnApi for anything but one JSON object
     */
    public static Answer read(String call, Response response) throws IOException {
        String text = bounded(call, response);
        int status = response.code();
        if (status / 100 == 3) {
            String to = TerminalText.excerpt(String.valueOf(response.header("Location")), EXCERPT);
            throw new ClientException.NotAnApi(CoreMessages.text("answer.redirect", call, status, to), null);
        }
        try {
            JsonNode body = JsonMappers.PLAIN.readTree(text);
            if (body == null || !body.isObject()) {
                throw notJson(call, status, text, null);
            }
            return new Answer(call, status, body, retryAfter(response).orElse(null));
        } catch (JsonProcessingException cause) {
            // Rate limits and faults often answer in plain text, and their status is enough; a page may come from any
            // gateway.
            boolean fault =
                    status == 500 || (status > 500 && !text.stripLeading().startsWith("<"));
            return status == 429 || status == 402 || status == 401 || fault
                    ? new Answer(
                            call,
                            status,
                            JsonMappers.PLAIN.createObjectNode(),
                            retryAfter(response).orElse(null))
                    : throwing(notJson(call, status, text, cause));
        }
    }

    public boolean ok() {
        return status / 100 == 2 && code() == 0 && body.path("success").asBoolean(true);
    }

    /** Returns the envelope's code, or the code equivalent to the HTTP status; 0 when there is none. */
    public int code() {
        JsonNode code = body.path("code");
        if (code.canConvertToInt() && code.asInt() != 0) {
            return code.asInt();
        }
        return status == 401 ? ErrorCode.TOKEN_REJECTED.code() : 0;
    }

    public boolean is(ErrorCode code) {
        return code() == code.code();
    }

    public boolean means(int httpStatus) {
        return status == httpStatus || code() == httpStatus;
    }

    public JsonNode data() {
        return body.path("data");
    }

    /** Returns a required field. */
    public String required(String field) {
        String value = data().path(field).asText("");
        if (value.isBlank()) {
            throw new ClientException.NotAnApi(
                    CoreMessages.text("answer.no-field", call, field, TerminalText.excerpt(body.toString(), EXCERPT)),
                    null);
        }
        return value;
    }

    /** Returns the backend's message, cleaned; empty when there is none. */
    public String message() {
        for (String field : new String[] {"message", "msg", "error", "errorMessage", "detail"}) {
            String text = words(body.path(field));
            if (!text.isBlank()) {
                return TerminalText.excerpt(text, 300);
            }
        }
        return "";
    }

    /** Returns whether the backend's message is a sentence that needs no context. */
    boolean isSentence() {
        String words = message();
        char last = words.isEmpty() ? ' ' : words.charAt(words.length() - 1);
        return "。！？".indexOf(last) >= 0 || (".!?…".indexOf(last) >= 0 && words.indexOf(' ') >= 0);
    }

    /** Reads a text, an object with one, or FastAPI's list of validation errors, each with its location. */
    private static String words(JsonNode value) {
        if (value.isArray()) {
            List<String> all = new ArrayList<>();
            for (JsonNode each : value) {
                List<String> place = new ArrayList<>();
                each.path("loc").forEach(step -> place.add(step.asText()));
                all.add(each.path("msg").asText("") + (place.isEmpty() ? "" : " (" + String.join(".", place) + ")"));
            }
            return String.join("; ", all);
        }
        return value.isObject() ? value.path("message").asText("") : value.asText("");
    }

    /** Returns the HTTP status, with its name where users may not know it. */
    public String shownStatus() {
        return shown(status);
    }

    public static String shown(int status) {
        String name = switch (status) {
            case 400 -> "Bad Request";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 408 -> "Request Timeout";
            case 422 -> "Unprocessable Content";
            case 500 -> "Internal Server Error";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Timeout";
            default -> "";
        };
        return "HTTP " + status + (name.isEmpty() ? "" : " " + name);
    }

    /**
     * Reads a number of seconds. RFC 9110 also permits a date; backends do not send one, and reading it would need the
     * server's clock.
     */
    static Optional<Duration> retryAfter(Response response) {
        String header = response.header(Headers.RETRY_AFTER, "");
        return header != null && header.strip().matches("[0-9]{1,6}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(header.strip())))
                : Optional.empty();
    }

    private static String bounded(String call, Response response) throws IOException {
        BufferedSource source = response.body().source();
        if (source.request(LONGEST + 1)) {
            throw new ClientException.NotAnApi(CoreMessages.text("answer.too-long", call), null);
        }
        return source.getBuffer().readString(StandardCharsets.UTF_8);
    }

    private static ClientException.NotAnApi notJson(String call, int status, String text, @Nullable Throwable cause) {
        String start = TerminalText.excerpt(text, EXCERPT);
        String found = start.isEmpty() ? CoreMessages.text("answer.empty") : "'" + start + "'";
        return new ClientException.NotAnApi(CoreMessages.text("answer.no-json", call, status, found), cause);
    }

    private static Answer throwing(ClientException exception) {
        throw exception;
    }
}
