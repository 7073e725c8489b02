package io.retake.core.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.CoreMessages;

/** Checks that JSON has the shape of a timeline, as far as this version reads it: drafts come over the wire. */
final class Shape {
    /** A week: longer than any film, short enough that no sum overflows. */
    static final double LONGEST_MS = 7 * 24 * 3_600_000.0;

    private Shape() {}

    /** Checks the whole draft. */
    static void check(ObjectNode json) {
        time(json, "d", "d");
        checkParts(json);
        for (int i = 0; i < json.path("t").size(); i++) {
            JsonNode segments = json.path("t").get(i).path("sg");
            for (int j = 0; j < segments.size(); j++) {
                String at = "t[" + i + "].sg[" + j + "]";
                time(segments.get(j), "s", at + ".s");
                time(segments.get(j), "d", at + ".d");
                time(segments.get(j), "in", at + ".in");
            }
        }
    }

    /** Checks that there are tracks with segments, whatever their times. */
    static void checkParts(ObjectNode json) {
        JsonNode tracks = json.path("t");
        require(tracks.isArray() || tracks.isMissingNode(), "t", CoreMessages.text("draft.no-tracks"));
        int count = 0;
        for (int i = 0; i < tracks.size(); i++) {
            count += track(tracks.get(i), "t[" + i + "]");
            require(
                    count <= Draft.MOST_SEGMENTS,
                    "t[" + i + "]",
                    CoreMessages.text("draft.too-many-segments", Draft.MOST_SEGMENTS));
        }
    }

    private static int track(JsonNode track, String where) {
        require(track.isObject(), where, CoreMessages.text("draft.not-object"));
        JsonNode segments = track.path("sg");
        require(segments.isArray() || segments.isMissingNode(), where + ".sg", CoreMessages.text("draft.no-segments"));
        for (int i = 0; i < segments.size(); i++) {
            require(
                    segments.get(i) instanceof ObjectNode,
                    where + ".sg[" + i + "]",
                    CoreMessages.text("draft.not-object"));
        }
        return segments.size();
    }

    private static void time(JsonNode node, String key, String where) {
        JsonNode value = node.path(key);
        require(
                value.isMissingNode()
                        || (value.isNumber() && value.doubleValue() >= 0 && value.doubleValue() <= LONGEST_MS),
                where,
                CoreMessages.text("draft.bad-time", value));
    }

    private static void require(boolean right, String where, String wrong) {
        if (!right) {
            throw new InvalidDraft(where, wrong);
        }
    }
}
