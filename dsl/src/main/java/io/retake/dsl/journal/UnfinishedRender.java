package io.retake.dsl.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.draft.Draft;
import io.retake.dsl.plan.Step;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A render whose file has not arrived, as the journal stores it, with all that is needed to download it later.
 *
 * @param id the backend's id
 * @param target the path of the file
 * @param format the file's format, such as {@code mp4}
 * @param length of the rendered timeline; zero for a still
 * @param receipt whether a receipt is written beside the file
 * @param statement the statement that renders it again
 */
public record UnfinishedRender(
        String id, Path target, String format, Duration length, boolean receipt, String statement) {

    public static UnfinishedRender of(String id, Step.Export step, Draft draft, Path target) {
        return new UnfinishedRender(
                id, target, step.format().extension(), length(step, draft), step.receipt(), step.script());
    }

    public static Duration length(Step.Export step, Draft draft) {
        return step.format().isStill() ? Duration.ZERO : draft.duration();
    }

    public void write(ObjectNode line) {
        line.put("renderId", id)
                .put("target", target.toString())
                .put("format", format)
                .put("lengthMs", length.toMillis())
                .put("receipt", receipt)
                .put("statement", statement);
    }

    /**
     * Reads a render; empty for a line of an earlier version, which had nothing but the id, and when its target is not
     * a path in this locale.
     */
    static Optional<UnfinishedRender> read(JsonNode line) {
        if (!line.hasNonNull("target")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new UnfinishedRender(
                    line.path("renderId").asText(),
                    Path.of(line.path("target").asText()),
                    line.path("format").asText(),
                    Duration.ofMillis(line.path("lengthMs").asLong()),
                    line.path("receipt").asBoolean(true),
                    line.path("statement").asText()));
        } catch (InvalidPathException elsewhere) {
            return Optional.empty();
        }
    }
}
