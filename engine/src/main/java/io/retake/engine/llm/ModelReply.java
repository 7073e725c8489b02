package io.retake.engine.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.RetakeException;
import io.retake.core.edit.Edit;
import io.retake.core.protocol.TerminalText;
import io.retake.core.vocabulary.Vocabulary;
import io.retake.engine.agent.Interpretation;
import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.phrase.Phrase;
import io.retake.engine.store.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A model's reply, not trusted until the vocabulary has bound every edit in it. */
final class ModelReply {
    private static final int MOST_EDITS = 12;

    /** A reasoning block or a code fence, which models like to put around the JSON. */
    private static final Pattern WRAPPING = Pattern.compile(
            "(?s)\\A(?:<think>(?:(?!</think>).)*+</think>)?+\\s*(?:```(?:json)?\\s*)?(\\{.*})\\s*(?:```)?\\s*\\z");

    private static final Interpretation UNREADABLE = nothing("model.unreadable");
    private static final Interpretation NO_EDITS = nothing("model.no-edit");

    private ModelReply() {}

    private static Interpretation nothing(String key, Object... values) {
        return new Interpretation.Nothing(Phrase.of(key, values));
    }

    /** Reads the edits in the body of a response. */
    static Interpretation read(byte[] body) {
        return Json.parse(body)
                .map(whole -> whole.path("choices").path(0).path("message").path("content"))
                .filter(JsonNode::isTextual)
                .map(content -> WRAPPING.matcher(content.asText()))
                .filter(Matcher::matches)
                .flatMap(json -> Json.parse(json.group(1).getBytes(StandardCharsets.UTF_8)))
                .map(ModelReply::edits)
                .orElse(UNREADABLE);
    }

    private static Interpretation edits(JsonNode answer) {
        JsonNode given = answer.path("edits");
        if (!given.isArray() || given.size() > MOST_EDITS) {
            return UNREADABLE;
        }
        List<Edit> edits = new ArrayList<>();
        try {
            for (JsonNode each : given) {
                edits.add(edit(each));
            }
        } catch (RetakeException | IllegalArgumentException e) {
            return nothing("model.not-an-edit", TerminalText.excerpt(String.valueOf(e.getMessage()), 120));
        }
        return edits.isEmpty() ? NO_EDITS : new Interpretation.Edits(edits);
    }

    private static Edit edit(JsonNode given) {
        if (!(given instanceof ObjectNode object)) {
            throw new IllegalArgumentException(EngineMessages.text("model.no-object"));
        }
        ObjectNode plain = Json.object();
        object.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (!value.isValueNode() || !isClean(value.asText())) {
                throw new IllegalArgumentException(EngineMessages.text("model.no-value"));
            }
            if (!value.isNull()) {
                plain.set(field.getKey(), value);
            }
        });
        Edit edit = Vocabulary.fromJson(plain);
        if (!Prompt.allows(edit)) {
            throw new IllegalArgumentException(
                    EngineMessages.text("model.not-allowed", Vocabulary.of(edit).name()));
        }
        return edit;
    }

    private static boolean isClean(String text) {
        return TerminalText.clean(text).equals(text);
    }
}
