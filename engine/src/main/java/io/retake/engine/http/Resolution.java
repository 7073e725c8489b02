package io.retake.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.draft.Draft;
import io.retake.core.edit.value.FrameSize;
import io.retake.core.protocol.OutputPreset;
import io.retake.core.vocabulary.Notations;
import io.retake.engine.http.server.ApiException;
import io.retake.engine.http.server.CleanText;
import io.retake.engine.phrase.EngineMessages;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The {@code resolution} of an export's {@code output}, as some clients ask for a size: {@code "1080p"}, {@code
 * "1920x1080"}, {@code 1080} or {@code {"width":1920,"height":1080}}. It becomes {@code width} and {@code height}, or the
 * export is refused: a film of another size than was asked for would pass for the right one.
 */
final class Resolution {
    private static final String NAME = "resolution";
    private static final Set<String> OWN = Set.of("", "auto", "original", "source", "same");
    private static final FrameSize.Pixels USUAL = new FrameSize.Pixels(1920, 1080);

    private Resolution() {}

    /** Returns the output with a size in place of its resolution. */
    static ObjectNode resolved(ObjectNode output, Draft draft) {
        JsonNode wish = output.path(NAME);
        if (wish.isMissingNode() || wish.isNull()) {
            return output;
        }
        ObjectNode sized = output.deepCopy();
        sized.remove(NAME);
        if (wish.isTextual() && OWN.contains(wish.asText().strip().toLowerCase(Locale.ROOT))) {
            return sized;
        }
        FrameSize.Pixels size = pixels(wish, output, draft);
        for (String side : new String[] {"width", "height"}) {
            boolean across = side.equals("width");
            int length = across ? size.width() : size.height();
            if (output.has(side) && output.path(side).asDouble() != length) {
                throw refused(
                        wish,
                        EngineMessages.text(
                                across ? "resolution.other-width" : "resolution.other-height",
                                length,
                                CleanText.shortened(output.path(side).toString())));
            }
            sized.put(side, length);
        }
        return sized;
    }

    private static FrameSize.Pixels pixels(JsonNode wish, ObjectNode output, Draft draft) {
        try {
            FrameSize size = size(wish);
            return size instanceof FrameSize.Lines lines ? lines.in(shape(output, draft)) : (FrameSize.Pixels) size;
        } catch (IllegalArgumentException e) {
            throw refused(wish, String.valueOf(e.getMessage()));
        }
    }

    private static FrameSize size(JsonNode wish) {
        if (wish.isObject()
                && wish.path("width").canConvertToInt()
                && wish.path("height").canConvertToInt()) {
            return new FrameSize.Pixels(
                    wish.path("width").asInt(), wish.path("height").asInt());
        }
        String text = wish.isValueNode() ? wish.asText().strip().toLowerCase(Locale.ROOT) : "";
        return Notations.SIZE
                .read()
                .apply(text.matches("[0-9]{1,5}") ? text + "p" : text)
                .orElseThrow(() -> new IllegalArgumentException(EngineMessages.text("resolution.no-size")));
    }

    /** Returns the size with so many lines in the aspect ratio of the timeline, or of the export's platform. */
    private static FrameSize.Pixels shape(ObjectNode output, Draft draft) {
        Optional<FrameSize.Pixels> preset =
                OutputPreset.of(output.path("preset").asText("")).map(p -> new FrameSize.Pixels(p.width(), p.height()));
        return preset.or(() -> draft.canvas().map(c -> new FrameSize.Pixels(c.width(), c.height())))
                .orElse(USUAL);
    }

    private static ApiException refused(JsonNode wish, String why) {
        return ApiException.badRequest(
                EngineMessages.text("resolution.refused", CleanText.shortened(wish.toString()), why));
    }
}
