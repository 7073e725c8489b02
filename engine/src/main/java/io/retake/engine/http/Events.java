package io.retake.engine.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.protocol.TerminalText;
import io.retake.engine.agent.AgentStep;
import io.retake.engine.agent.Undone;
import io.retake.engine.api.EventFamily;
import io.retake.engine.store.Json;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Builds the {@code data:} payloads of a message's event stream, in one of the two event families. */
final class Events {
    /** Characters of a piece of an answer: about a line, so that clients can show it as it arrives. */
    private static final int PIECE = 80;

    private final EventFamily family;
    private final Clock clock;
    private final String invocation = "e-" + UUID.randomUUID();

    Events(EventFamily family, Clock clock) {
        this.family = family;
        this.clock = clock;
    }

    /** Returns a heartbeat. */
    String heartbeat() {
        return switch (family) {
            case ADK -> "";
            case PLAIN -> Json.text(Json.object().put("type", "heartbeat"));
        };
    }

    List<String> step(AgentStep step) {
        ObjectNode response = response(step.result(), step.done());
        if (step.offered()) {
            response.put("offered", true);
        }
        return tool(step.operation(), step.args(), response);
    }

    /** Returns the events of a part without an operation, in the form of a tool call that did nothing. */
    List<String> undone(Undone undone) {
        return tool("edit", Json.object().put("words", undone.words()), response(undone.why(), false));
    }

    private static ObjectNode response(String said, boolean done) {
        return Json.object().put("result", TerminalText.clean(said)).put("done", done);
    }

    private List<String> tool(String name, ObjectNode args, ObjectNode response) {
        return switch (family) {
            case ADK ->
                List.of(
                        part("functionCall", Json.object().put("name", name), "args", args, "model"),
                        part("functionResponse", Json.object().put("name", name), "response", response, "user"));
            case PLAIN -> {
                ObjectNode call = Json.object().put("type", "tool_call").put("name", name);
                call.set("args", args);
                ObjectNode result = Json.object().put("type", "tool_result").put("name", name);
                result.set("result", response);
                yield List.of(Json.text(call), Json.text(result));
            }
        };
    }

    /** Returns the events of an answer. In ADK's family it comes in pieces, then as a whole. */
    List<String> text(String answer) {
        String text = TerminalText.clean(answer);
        List<String> events = new ArrayList<>();
        List<String> pieces = pieces(text);
        if (family == EventFamily.PLAIN) {
            pieces.forEach(piece ->
                    events.add(Json.text(Json.object().put("type", "text").put("content", piece))));
            return events;
        }
        if (pieces.size() > 1) {
            pieces.forEach(piece -> events.add(Json.text(text(piece, true))));
        }
        events.add(Json.text(text(text, false)));
        return events;
    }

    String failure(String reason) {
        String message = TerminalText.clean(reason);
        return switch (family) {
            case ADK -> Json.text(envelope("model").put("errorCode", "ENGINE").put("errorMessage", message));
            case PLAIN -> Json.text(Json.object().put("type", "error").put("errorMessage", message));
        };
    }

    private String part(String kind, ObjectNode content, String field, ObjectNode value, String role) {
        content.set(field, value);
        ObjectNode event = envelope(role);
        event.withObject("/content").withArray("parts").addObject().set(kind, content);
        return Json.text(event);
    }

    private ObjectNode text(String text, boolean partial) {
        ObjectNode event = envelope("model");
        event.withObject("/content").withArray("parts").addObject().put("text", text);
        if (partial) {
            event.put("partial", true);
        }
        return event;
    }

    private ObjectNode envelope(String role) {
        ObjectNode event = Json.object();
        event.putObject("content").put("role", role).putArray("parts");
        event.put("author", "nemo_agent")
                .put("invocationId", invocation)
                .put("id", UUID.randomUUID().toString())
                .put("timestamp", clock.millis() / 1000.0);
        event.putObject("actions");
        return event;
    }

    /** Cuts a text after white space, never inside a character; the pieces together are the text. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        while (text.length() - start > PIECE) {
            int end = start + PIECE;
            while (end < text.length() && !Character.isWhitespace(text.charAt(end - 1)) && end - start < 2 * PIECE) {
                end++;
            }
            if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
                end++;
            }
            pieces.add(text.substring(start, end));
            start = end;
        }
        if (start < text.length() || pieces.isEmpty()) {
            pieces.add(text.substring(start));
        }
        return pieces;
    }
}
