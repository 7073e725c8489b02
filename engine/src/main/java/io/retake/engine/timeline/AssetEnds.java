package io.retake.engine.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.engine.media.MediaEnds;
import java.time.Duration;
import java.util.Optional;

/** Stores the ends of a medium's data as JSON. */
final class AssetEnds {
    private AssetEnds() {}

    static ObjectNode json(MediaEnds ends) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ends.picture().ifPresent(end -> json.put("picture", end.toMillis()));
        ends.sound().ifPresent(end -> json.put("sound", end.toMillis()));
        ends.promised().ifPresent(end -> json.put("promised", end.toMillis()));
        return json.put("cutOff", ends.cutOff());
    }

    /** The inverse; what is not there is not known. */
    static MediaEnds of(JsonNode json) {
        return new MediaEnds(
                millis(json, "picture"),
                millis(json, "sound"),
                millis(json, "promised"),
                json.path("cutOff").asBoolean());
    }

    private static Optional<Duration> millis(JsonNode json, String name) {
        JsonNode value = json.path(name);
        return value.isNumber() ? Optional.of(Duration.ofMillis(value.asLong())) : Optional.empty();
    }
}
