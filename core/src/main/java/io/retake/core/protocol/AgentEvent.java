package io.retake.core.protocol;

import com.fasterxml.jackson.databind.JsonNode;

/** One event of a reply's stream, in either protocol family. */
public sealed interface AgentEvent {

    /** Text for the user, as received: neither cleaned nor translated. */
    record Text(String text, Span span) implements AgentEvent {}

    /** The relation of a text to those around it. */
    enum Span {
        /** A piece of a text that will be repeated as a whole (ADK, {@code partial}). */
        PIECE,
        /** A complete text, whose pieces may have arrived before (ADK). */
        WHOLE,
        /** The next part of one running text; it arrives once (plain family). */
        NEXT
    }

    /** The backend calls a tool of its own. */
    record ToolCall(String name, JsonNode arguments) implements AgentEvent {}

    /** A tool's answer. */
    record ToolResult(String name, JsonNode result) implements AgentEvent {}

    /** A called tool continues after the stream has closed (ADK, {@code longRunningToolIds}). */
    record GoesOn() implements AgentEvent {}

    /** The backend is still working. */
    record Heartbeat() implements AgentEvent {}

    /** The backend gave up; the code is an {@link ErrorCode}'s, or 0. */
    record Failure(String message, int code) implements AgentEvent {}

    /** An event that this version does not use; kept for traces. */
    record Unknown(String data) implements AgentEvent {}
}
