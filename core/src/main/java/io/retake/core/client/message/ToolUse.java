package io.retake.core.client.message;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A tool the backend called while it worked; the result is null until there is one. */
public record ToolUse(
        String name, JsonNode arguments, @Nullable JsonNode result) {}
