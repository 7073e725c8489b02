package io.retake.core.client.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.retake.core.CoreMessages;
import io.retake.core.RetakeException;
import io.retake.core.draft.Draft;
import io.retake.core.protocol.SessionState;
import io.retake.core.protocol.TerminalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A session at two moments, and the difference between them. */
public record StateChange(SessionState before, SessionState after) {

    /** Returns whether the timeline, the media or the generated media differ. */
    public boolean changed() {
        return timelineChanged() || !added().isEmpty() || !generated().isEmpty();
    }

    /** Returns whether the timeline differs in any way, including keys that no summary shows. */
    public boolean timelineChanged() {
        return !before.json().path("draft").equals(after.json().path("draft"));
    }

    /** Returns the media that the session has generated since. */
    public List<JsonNode> generated() {
        return since(before.generatedMedia(), after.generatedMedia());
    }

    /** Describes the changes for the user, or the lack of any. */
    public String sentence() {
        List<String> parts = new ArrayList<>();
        if (timelineChanged()) {
            parts.add(timelineSentence());
        }
        added().forEach(media -> parts.add(CoreMessages.text("change.new-media", nameOf(media))));
        generated().forEach(media -> parts.add(CoreMessages.text("change.generated", nameOf(media))));
        return parts.isEmpty() ? CoreMessages.text("change.nothing") : String.join(" ", parts);
    }

    private String timelineSentence() {
        String earlier = summary(before);
        String later = summary(after);
        return earlier.equals(later)
                ? CoreMessages.text("change.details", later)
                : CoreMessages.text("change.from-to", earlier, later);
    }

    private List<JsonNode> added() {
        return since(before.videoInfos(), after.videoInfos());
    }

    private static List<JsonNode> since(List<JsonNode> earlier, List<JsonNode> later) {
        Set<String> known = earlier.stream().map(StateChange::identity).collect(Collectors.toSet());
        return later.stream().filter(media -> !known.contains(identity(media))).toList();
    }

    /**
     * Returns the identity of a medium across answers. URLs are signed anew for each answer, so their query is ignored.
     */
    private static String identity(JsonNode media) {
        for (String key : List.of("id", "hash", "url", "cdn_url", "filename")) {
            String value = media.path(key).asText("");
            if (!value.isBlank()) {
                return key + ":" + value.split("[?#]", 2)[0];
            }
        }
        return media.toString();
    }

    private static String summary(SessionState state) {
        try {
            return state.draft()
                    .map(Draft::summary)
                    .map(TerminalText::clean)
                    .orElse(CoreMessages.text("change.empty-timeline"));
        } catch (RetakeException unreadable) {
            return CoreMessages.text("change.unreadable-timeline");
        }
    }

    private static String nameOf(JsonNode media) {
        for (String key : List.of("filename", "name", "title", "url", "cdn_url", "id")) {
            String value = media.path(key).asText("");
            if (!value.isBlank()) {
                return TerminalText.excerpt(value, 120);
            }
        }
        return CoreMessages.text("change.unnamed-file");
    }
}
