package io.retake.engine.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/** What is done with media and timelines, as the API needs it. Called by many threads. */
interface Studio {
    /** A project without media. */
    ObjectNode newProject();

    /** Measures a medium; throws when it isn't one. */
    ObjectNode inspect(Path file, String name, String hash) throws IOException;

    ObjectNode addMedia(ObjectNode project, List<ObjectNode> media);

    ObjectNode draft(ObjectNode project);

    List<ObjectNode> media(ObjectNode project);

    Outcome answer(ObjectNode project, String text);

    /** Throws {@link ApiException} when the draft or the output can't be rendered; returns the media it needs. */
    List<String> check(ObjectNode draft, ObjectNode output);

    /** What tells this program's renders from another version's. */
    String version();

    void render(Work work) throws IOException;

    record Outcome(ObjectNode project, String text, List<Step> steps) {}

    record Step(String name, ObjectNode args, String result) {}

    record Work(
            ObjectNode draft,
            ObjectNode output,
            Map<String, Path> media,
            List<ObjectNode> infos,
            Path target,
            DoubleConsumer progress,
            BooleanSupplier cancelled) {}
}
