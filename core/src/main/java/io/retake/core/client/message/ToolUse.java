package io.retake.core.client.message;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A tool call by the backend; the result is null until it arrives. */
public record ToolUse(
        String name, JsonNode arguments, @Nullable JsonNode result) {}
