package io.retake.engine.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.JsonMappers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads and writes JSON trees as bytes and files. */
public final class Json {
    private static final ObjectMapper MAPPER = JsonMappers.exact(80);

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that can't be written", e);
        }
    }

    public static String text(JsonNode node) {
        return new String(bytes(node), StandardCharsets.UTF_8);
    }

    /** Parses the object in these bytes; empty when they hold anything else, or more than it. */
    public static Optional<ObjectNode> parse(byte[] bytes) {
        try (var parser = MAPPER.createParser(bytes)) {
            JsonNode node = MAPPER.readTree(parser);
            return node instanceof ObjectNode object && parser.nextToken() == null
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            // The second is what Jackson throws for an exponent that is longer than any number's.
            return Optional.empty();
        }
    }

    /** Reads the object in this file; empty when there is no such file or it is damaged. */
    static Optional<ObjectNode> read(Path file) throws IOException {
        try {
            return parse(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
