package io.retake.core.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Unmodelled fields of a timeline: preserved on round trip, and compared as JSON. */
final class UnknownFields {
    private static final Set<String> KNOWN = Set.of("t", "d", "m", "fx");
    private static final Set<String> KNOWN_OF_META = Set.of("title", "width", "height", "fps", "fit", "sharpen");

    private UnknownFields() {}

    static ObjectNode of(Draft draft) {
        ObjectNode json = draft.json();
        ObjectNode rest = without(json, KNOWN);
        ObjectNode meta = without(JsonTrees.child(json, "m"), KNOWN_OF_META);
        if (!meta.isEmpty()) {
            rest.set("m", meta);
        }
        return rest;
    }

    /**
     * Returns the tracks in order, without their segments; omits tracks all of whose segments were added or removed.
     */
    static List<Track> ofTracks(Draft draft, Set<Segment> cameOrWent) {
        List<Track> tracks = new ArrayList<>();
        for (Track track : draft.tracks()) {
            if (track.segments().isEmpty() || !cameOrWent.containsAll(track.segments())) {
                tracks.add(track.withSegments(List.of()));
            }
        }
        return tracks;
    }

    private static ObjectNode without(ObjectNode json, Set<String> keys) {
        ObjectNode rest = JsonTrees.object();
        json.properties().stream()
                .filter(entry -> !keys.contains(entry.getKey()))
                .forEach(entry -> rest.set(entry.getKey(), entry.getValue()));
        return rest;
    }
}
