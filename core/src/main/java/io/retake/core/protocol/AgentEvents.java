package io.retake.core.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.retake.core.CoreMessages;
import io.retake.core.JsonMappers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parses the data of one server-sent event in either family: ADK's ({@code content.parts}) and the plain one ({@code
 * type}). One ADK event can hold several parts, so there may be several results; there is always at least one.
 */
public final class AgentEvents {
    private static final AgentEvent HEARTBEAT = new AgentEvent.Heartbeat();

    private AgentEvents() {}

    public static List<AgentEvent> parse(String data) {
        if (data.isBlank()) {
            return List.of(HEARTBEAT);
        }
        try {
            JsonNode event = JsonMappers.PLAIN.readTree(data);
            return event.isObject() ? read(event) : List.of(new AgentEvent.Unknown(data));
        } catch (JsonProcessingException notJson) {
            return List.of(new AgentEvent.Unknown(data));
        }
    }

    private static List<AgentEvent> read(JsonNode event) {
        if (event.isEmpty()) {
            return List.of(HEARTBEAT);
        }
        List<AgentEvent> found = event.path("type").isTextual() ? plain(event) : adk(event);
        failure(event).ifPresent(found::add);
        return found.isEmpty() ? List.of(new AgentEvent.Unknown(event.toString())) : List.copyOf(found);
    }

    private static List<AgentEvent> plain(JsonNode event) {
        List<AgentEvent> found = new ArrayList<>();
        switch (event.path("type").asText()) {
            case "text" -> found.add(new AgentEvent.Text(event.path("content").asText(""), AgentEvent.Span.NEXT));
            case "tool_call" ->
                found.add(new AgentEvent.ToolCall(event.path("name").asText(""), event.path("args")));
            case "tool_result" ->
                found.add(new AgentEvent.ToolResult(event.path("name").asText(""), event.path("result")));
            case "heartbeat" -> found.add(HEARTBEAT);
            default -> {
                // A type of a later version.
            }
        }
        return found;
    }

    private static List<AgentEvent> adk(JsonNode event) {
        List<AgentEvent> found = new ArrayList<>();
        JsonNode content = event.path("content");
        if (content.path("role").asText("model").equals("user") && !hasResponse(content)) {
            return found;
        }
        AgentEvent.Span span = event.path("partial").asBoolean(false) ? AgentEvent.Span.PIECE : AgentEvent.Span.WHOLE;
        for (JsonNode part : content.path("parts")) {
            part(part, span).ifPresent(found::add);
        }
        if (!either(event, "longRunningToolIds", "long_running_tool_ids").isEmpty()) {
            found.add(new AgentEvent.GoesOn());
        }
        return found;
    }

    /** Recognizes a tool's answer, which in ADK has the role {@code user}, like an echo of the user's own message. */
    private static boolean hasResponse(JsonNode content) {
        for (JsonNode part : content.path("parts")) {
            if (!either(part, "functionResponse", "function_response").isMissingNode()) {
                return true;
            }
        }
        return false;
    }

    private static Optional<AgentEvent> part(JsonNode part, AgentEvent.Span span) {
        JsonNode call = either(part, "functionCall", "function_call");
        if (call.isObject() && span == AgentEvent.Span.PIECE) {
            // Newer ADK versions also stream a call's arguments; the whole call follows.
            return Optional.empty();
        }
        if (call.isObject()) {
            return Optional.of(new AgentEvent.ToolCall(call.path("name").asText(""), call.path("args")));
        }
        JsonNode response = either(part, "functionResponse", "function_response");
        if (response.isObject()) {
            return Optional.of(new AgentEvent.ToolResult(response.path("name").asText(""), response.path("response")));
        }
        boolean spoken = part.path("text").isTextual() && !part.path("thought").asBoolean(false);
        return spoken ? Optional.of(new AgentEvent.Text(part.path("text").asText(), span)) : Optional.empty();
    }

    private static JsonNode either(JsonNode node, String name, String other) {
        return node.has(name) ? node.path(name) : node.path(other);
    }

    /**
     * Returns the model's error code when there is no message: SAFETY, MALFORMED_FUNCTION_CALL. STOP is the normal end.
     */
    private static Optional<String> stopped(JsonNode event) {
        return JsonFields.text(event, "errorCode")
                .or(() -> JsonFields.text(event, "error_code"))
                .filter(code -> !code.isBlank() && !code.equals("STOP"))
                .map(code -> CoreMessages.text("message.model-stopped", code));
    }

    /** Reads a message, an error object with one, or an envelope with a code. */
    private static Optional<AgentEvent> failure(JsonNode event) {
        JsonNode code = event.path("code");
        int number = code.canConvertToInt() ? code.asInt() : 0;
        Optional<String> words = JsonFields.text(event, "errorMessage")
                .or(() -> JsonFields.text(event, "error_message"))
                .or(() -> JsonFields.text(event.path("error"), "message"))
                .or(() -> JsonFields.text(event, "error").filter(text -> !text.equals("false")))
                .or(() -> number == 0 ? Optional.empty() : JsonFields.text(event, "message"))
                .or(() -> stopped(event));
        return words.isPresent() || number != 0
                ? Optional.of(new AgentEvent.Failure(words.orElse("code " + number), number))
                : Optional.empty();
    }
}
