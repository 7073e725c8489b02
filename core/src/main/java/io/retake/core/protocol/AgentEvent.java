package io.retake.core.protocol;

import com.fasterxml.jackson.databind.JsonNode;

/** What one event of a reply's stream means, whichever family it came from. */
public sealed interface AgentEvent {

    /** Words for the person, as they came: neither cleaned nor translated. */
    record Text(String text, Span span) implements AgentEvent {}

    /** How a text relates to those around it. */
    enum Span {
        /** A piece of a text that will come again as a whole (ADK, {@code partial}). */
        PIECE,
        /** A text in full; its pieces may have come before (ADK). */
        WHOLE,
        /** The next part of one running text; it comes once (plain family). */
        NEXT
    }

    /** The backend calls a tool of its own. */
    record ToolCall(String name, JsonNode arguments) implements AgentEvent {}

    /** A tool's answer. */
    record ToolResult(String name, JsonNode result) implements AgentEvent {}

    /** A tool that was called goes on when the stream has closed (ADK, {@code longRunningToolIds}). */
    record GoesOn() implements AgentEvent {}

    /** Still working. */
    record Heartbeat() implements AgentEvent {}

    /** The backend gave up; the code is an {@link ErrorCode}'s, or 0. */
    record Failure(String message, int code) implements AgentEvent {}

    /** Something this version has no use for; kept for traces. */
    record Unknown(String data) implements AgentEvent {}
}
