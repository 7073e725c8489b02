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

    /** A track with these segments. */
    public static Track of(TrackType type, List<Segment> segments) {
        return new Track(Json.object().put("tt", type.code()), List.of()).withSegments(segments);
    }

    /** Its type; empty when its number is not a known one. */
    public Optional<TrackType> type() {
        return TrackType.of(Json.whole(json, "tt", -1));
    }

    /** True when it is of that type. */
    public boolean is(TrackType type) {
        return type().filter(type::equals).isPresent();
    }

    /** Its segments, in the order of the JSON. */
    public List<Segment> segments() {
        return segments;
    }

    /** Where its last segment ends. */
    public Duration end() {
        return segments.stream().map(Segment::end).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /** Its name for a person. */
    public Optional<String> title() {
        return Json.text(Json.child(json, "m"), "title");
    }

    /** Whether it lies over the picture rather than making it: a video track of overlays. */
    public boolean overlay() {
        return Json.text(Json.child(json, "m"), "role")
                .filter("overlay"::equals)
                .isPresent();
    }

    /** Whether it is sound that belongs to the picture, in place of the footage's own: it is cut as the picture is. */
    public boolean sound() {
        return Json.text(Json.child(json, "m"), "role").filter("sound"::equals).isPresent();
    }

    /** Whether it holds captions: a text track of its own, whose segments may overlap. */
    public boolean captions() {
        return Json.text(Json.child(json, "m"), "role")
                .filter("captions"::equals)
                .isPresent();
    }

    /** The same as a track of captions. */
    public Track asCaptions() {
        return new Track(Json.with(json, "m", Json.with(Json.child(json, "m"), "role", "captions")), segments);
    }

    /** The same as a track of sound that belongs to the picture. */
    public Track asSound() {
        return new Track(Json.with(json, "m", Json.with(Json.child(json, "m"), "role", "sound")), segments);
    }

    /** The same as a track of overlays. */
    public Track asOverlay() {
        return new Track(Json.with(json, "m", Json.with(Json.child(json, "m"), "role", "overlay")), segments);
    }

    /** The same with other segments. */
    public Track withSegments(List<Segment> segments) {
        return new Track(Json.with(json, "sg", Json.array(segments, Segment::node)), List.copyOf(segments));
    }

    ObjectNode node() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Track track && Json.same(track.json, json);
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
