package io.retake.core.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** One answer about a render, in either of its two shapes. */
public final class RenderStatus {
    private final JsonNode data;
    private final RenderState state;
    private final @Nullable Duration retryAfter;

    private RenderStatus(JsonNode data, @Nullable Duration retryAfter) {
        this.data = data;
        this.state = RenderState.ofWire(JsonFields.text(data, "status").orElse(""));
        this.retryAfter = retryAfter;
    }

    /** Parses an answer's whole body: {@code {"status",…}} or {@code {"success":true,"data":{…}}}. */
    public static RenderStatus parse(JsonNode body) {
        return new RenderStatus(dataOf(body), null);
    }

    /** Parses a body, with the answer's {@code Retry-After} as the hint when the data has none. */
    public static RenderStatus parse(JsonNode body, @Nullable Duration retryAfter) {
        return new RenderStatus(dataOf(body), retryAfter);
    }

    /** Returns whether a body is an answer about a render at all. */
    public static boolean isOne(JsonNode body) {
        return dataOf(body).path("status").isTextual();
    }

    public RenderState state() {
        return state;
    }

    /** Returns the render's id, if the answer repeats it. */
    public Optional<String> id() {
        return JsonFields.text(data, "id");
    }

    /** Returns the progress in percent, 0 to 100. */
    public OptionalDouble progress() {
        JsonNode progress = data.path("progress");
        boolean usable = progress.isNumber() && Double.isFinite(progress.asDouble());
        return usable ? OptionalDouble.of(Math.max(0, Math.min(100, progress.asDouble()))) : OptionalDouble.empty();
    }

    /** Returns the URL of the file, from either shape. */
    public Optional<String> outputUrl() {
        return JsonFields.text(data, "outputUrl").or(() -> JsonFields.text(data.path("output"), "url"));
    }

    /** Returns the backend's description of a failure, cleaned. */
    public Optional<String> error() {
        return JsonFields.text(data, "error")
                .or(() -> JsonFields.text(data.path("error"), "message"))
                .or(() -> JsonFields.text(data, "errorMessage"))
                .or(() -> JsonFields.text(data, "message"))
                .map(text -> TerminalText.excerpt(text, 500));
    }

    /**
     * Returns the wait before the next look that the backend asks for: {@code pollAfterMs}, else {@code Retry-After}.
     */
    public Optional<Duration> pollAfter() {
        JsonNode hint = data.path("pollAfterMs");
        return hint.isNumber() && hint.doubleValue() >= 0
                ? Optional.of(JsonFields.time(data, "pollAfterMs", 1))
                : Optional.ofNullable(retryAfter);
    }

    /** Returns the backend's measurements of the finished file; empty when it does not measure. */
    public Optional<ObjectNode> receipt() {
        return data.path("receipt") instanceof ObjectNode receipt ? Optional.of(receipt.deepCopy()) : Optional.empty();
    }

    /** Returns a further field of the answer, for example {@code createdAt} or {@code completedAt}. */
    public Optional<String> field(String name) {
        return JsonFields.text(data, name);
    }

    @Override
    public String toString() {
        return data.toString();
    }

    /** Merges both forms: a backend may put some fields at the top and some in {@code data}, which takes precedence. */
    private static JsonNode dataOf(JsonNode body) {
        if (!(body.path("data") instanceof ObjectNode data) || !(body instanceof ObjectNode outer)) {
            return body;
        }
        ObjectNode all = outer.deepCopy();
        all.remove("data");
        all.setAll(data);
        return all;
    }
}
