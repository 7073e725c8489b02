package io.retake.dsl.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.protocol.UploadedFile;
import io.retake.dsl.scope.Diagnosis;
import io.retake.dsl.scope.Film;
import io.retake.dsl.scope.FilmReceipt;
import io.retake.dsl.scope.Scene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Converts the results of steps to and from the journal. */
final class Results {
    private Results() {}

    static JsonNode json(Object result) {
        if (result instanceof Film film) {
            ObjectNode json = JsonNodeFactory.instance
                    .objectNode()
                    .put("path", film.getPath().toString())
                    .put("size", film.getSize())
                    .put("durationMs", film.getDuration().toMillis())
                    .put("format", film.getFormat());
            FilmReceipt receipt = film.getReceipt();
            return receipt == null ? json : json.set("receipt", receipt.json());
        }
        if (result instanceof Diagnosis diagnosis) {
            return Analyses.json(diagnosis);
        }
        if (result instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Scene) {
            return Analyses.json(list.stream().map(Scene.class::cast).toList());
        }
        if (result instanceof List<?> files) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            files.forEach(file -> array.add(uploaded((UploadedFile) file)));
            return array;
        }
        return JsonNodeFactory.instance.textNode(String.valueOf(result));
    }

    private static ObjectNode uploaded(UploadedFile file) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("filename", file.filename())
                .put("file_type", file.fileType())
                .put("cdn_url", file.cdnUrl())
                .put("duration", file.duration().toMillis() / 1000.0)
                .put("width", file.width())
                .put("height", file.height())
                .put("fps", file.fps())
                .put("hash", file.hash());
        if (file.placed() != null) {
            json.put("placed", file.placed());
        }
        ArrayNode warnings = json.putArray("warnings");
        file.warnings().forEach(warnings::add);
        return json;
    }

    static Optional<List<UploadedFile>> uploads(JsonNode json) {
        return json.isArray()
                ? Optional.of(StreamSupport.stream(json.spliterator(), false)
                        .map(UploadedFile::parse)
                        .toList())
                : Optional.empty();
    }

    static Optional<String> text(JsonNode json) {
        return json.isTextual() ? Optional.of(json.asText()) : Optional.empty();
    }

    /** Reads a film; empty when its file is missing or has changed. */
    static Optional<Film> film(JsonNode json) {
        try {
            Path path = Path.of(json.path("path").asText());
            boolean there = Files.isRegularFile(path)
                    && Files.size(path) == json.path("size").asLong();
            Duration duration = Duration.ofMillis(json.path("durationMs").asLong());
            return there
                    ? Optional.of(new Film(
                            path,
                            Files.size(path),
                            duration,
                            json.path("format").asText(),
                            json.path("receipt") instanceof ObjectNode receipt ? new FilmReceipt(receipt) : null))
                    : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }
}
