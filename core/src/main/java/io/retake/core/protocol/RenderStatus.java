package io.retake.core.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** One answer about a render, in whichever of the two shapes it came. */
public final class RenderStatus {
    private final JsonNode data;
    private final RenderState state;
    private final @Nullable Duration retryAfter;

    private RenderStatus(JsonNode data, @Nullable Duration retryAfter) {
        this.data = data;
        this.state = RenderState.ofWire(Json.text(data, "status").orElse(""));
        this.retryAfter = retryAfter;
    }

    /** Reads an answer's whole body: {@code {"status",…}} or {@code {"success":true,"data":{…}}}. */
    public static RenderStatus parse(JsonNode body) {
        return new RenderStatus(dataOf(body), null);
    }

    /** The same, with the answer's {@code Retry-After} for a hint where the data has none. */
    public static RenderStatus parse(JsonNode body, @Nullable Duration retryAfter) {
        return new RenderStatus(dataOf(body), retryAfter);
    }

    /** Whether a body is an answer about a render at all. */
    public static boolean isOne(JsonNode body) {
        return dataOf(body).path("status").isTextual();
    }

    public RenderState state() {
        return state;
    }

    /** The render's id, where the answer repeats it. */
    public Optional<String> id() {
        return Json.text(data, "id");
    }

    /** Percent, 0 to 100. */
    public OptionalDouble progress() {
        JsonNode progress = data.path("progress");
        boolean usable = progress.isNumber() && Double.isFinite(progress.asDouble());
        return usable ? OptionalDouble.of(Math.max(0, Math.min(100, progress.asDouble()))) : OptionalDouble.empty();
    }

    /** Where the file is, from either shape. */
    public Optional<String> outputUrl() {
        return Json.text(data, "outputUrl").or(() -> Json.text(data.path("output"), "url"));
    }

    /** What the backend says about a failure, cleaned. */
    public Optional<String> error() {
        return Json.text(data, "error")
                .or(() -> Json.text(data.path("error"), "message"))
                .or(() -> Json.text(data, "errorMessage"))
                .or(() -> Json.text(data, "message"))
                .map(text -> TerminalText.excerpt(text, 500));
    }

    /** How long the backend asks to wait before the next look: {@code pollAfterMs}, else {@code Retry-After}. */
    public Optional<Duration> pollAfter() {
        JsonNode hint = data.path("pollAfterMs");
        return hint.isNumber() && hint.asLong() >= 0
                ? Optional.of(Duration.ofMillis(hint.asLong()))
                : Optional.ofNullable(retryAfter);
    }

    /** What the backend measured of the file that it made; empty where it measures nothing. */
    public Optional<ObjectNode> receipt() {
        return data.path("receipt") instanceof ObjectNode receipt ? Optional.of(receipt.deepCopy()) : Optional.empty();
    }

    /** A further field of the answer, for example {@code createdAt} or {@code completedAt}. */
    public Optional<String> field(String name) {
        return Json.text(data, name);
    }

    @Override
    public String toString() {
        return data.toString();
    }

    /** Both forms in one: a backend may say some of it at the top and some in {@code data}, which goes first. */
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
