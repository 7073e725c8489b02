package io.retake.core.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One layer of the timeline. Immutable; equal when its JSON is. */
public final class Track {
    private final ObjectNode json;
    private final List<Segment> segments;

    private Track(ObjectNode json, List<Segment> segments) {
        this.json = json;
        this.segments = segments;
    }

    static Track view(ObjectNode json) {
        List<Segment> segments = new ArrayList<>();
        for (JsonNode node : json.path("sg")) {
            segments.add(Segment.view((ObjectNode) node));
        }
        return new Track(json, List.copyOf(segments));
    }

    /** Creates a track with these segments. */
    public static Track of(TrackType type, List<Segment> segments) {
        return new Track(JsonTrees.object().put("tt", type.code()), List.of()).withSegments(segments);
    }

    /** Returns its type; empty when its number is unknown. */
    public Optional<TrackType> type() {
        return TrackType.of(JsonTrees.whole(json, "tt", -1));
    }

    /** Returns whether it is of a type. */
    public boolean is(TrackType type) {
        return type().filter(type::equals).isPresent();
    }

    /** Returns its segments, in the order of the JSON. */
    public List<Segment> segments() {
        return segments;
    }

    /** Returns the end of its last segment. */
    public Duration end() {
        return segments.stream().map(Segment::end).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /** Returns the name shown to the user. */
    public Optional<String> title() {
        return JsonTrees.text(JsonTrees.child(json, "m"), "title");
    }

    /** Returns whether it is a video track of overlays, over the main picture. */
    public boolean overlay() {
        return JsonTrees.text(JsonTrees.child(json, "m"), "role")
                .filter("overlay"::equals)
                .isPresent();
    }

    /**
     * Returns whether its sound belongs to the picture, in place of the footage's own: edits cut it with the picture.
     */
    public boolean sound() {
        return JsonTrees.text(JsonTrees.child(json, "m"), "role")
                .filter("sound"::equals)
                .isPresent();
    }

    /** Returns whether it holds captions: a separate text track whose segments may overlap. */
    public boolean captions() {
        return JsonTrees.text(JsonTrees.child(json, "m"), "role")
                .filter("captions"::equals)
                .isPresent();
    }

    /** Returns this track as a track of captions. */
    public Track asCaptions() {
        return new Track(
                JsonTrees.with(json, "m", JsonTrees.with(JsonTrees.child(json, "m"), "role", "captions")), segments);
    }

    /** Returns this track as a track of sound that belongs to the picture. */
    public Track asSound() {
        return new Track(
                JsonTrees.with(json, "m", JsonTrees.with(JsonTrees.child(json, "m"), "role", "sound")), segments);
    }

    /** Returns this track as a track of overlays. */
    public Track asOverlay() {
        return new Track(
                JsonTrees.with(json, "m", JsonTrees.with(JsonTrees.child(json, "m"), "role", "overlay")), segments);
    }

    /** Returns this track with other segments. */
    public Track withSegments(List<Segment> segments) {
        return new Track(JsonTrees.with(json, "sg", JsonTrees.array(segments, Segment::node)), List.copyOf(segments));
    }

    ObjectNode node() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Track track && JsonTrees.same(track.json, json);
    }

    @Override
    public int hashCode() {
        return segments.hashCode();
    }

    @Override
    public String toString() {
        return json.toString();
    }
}
