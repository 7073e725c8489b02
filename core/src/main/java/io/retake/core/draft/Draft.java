package io.retake.core.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.JsonMappers;
import io.retake.core.edit.value.Fit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A timeline. Immutable and thread-safe; equal when its JSON is. What this version does not know is kept, in place.
 *
 * <p>Keys: {@code t} tracks, {@code d} duration in ms, {@code m} metadata ({@code title}, {@code width}, {@code height},
 * {@code fps}, {@code fit}, {@code sharpen}), {@code fx} effects of the composed picture and sound.
 */
public final class Draft {
    /** Hostile drafts come over the wire: no more segments than any film has. */
    static final int MOST_SEGMENTS = 100_000;

    private static final ObjectMapper MAPPER = JsonMappers.exact(64);

    private final ObjectNode json;
    private final List<Track> tracks;

    private Draft(ObjectNode json, List<Track> tracks) {
        this.json = json;
        this.tracks = tracks;
    }

    /** A timeline with nothing on it. */
    public static Draft empty(String title) {
        ObjectNode json = Json.object();
        json.putArray("t");
        json.put("d", 0);
        json.putObject("m").put("title", title);
        return new Draft(json, List.of());
    }

    /**
     * The timeline that JSON describes. The node is copied.
     *
     * @throws InvalidDraft when it describes none
     */
    public static Draft of(ObjectNode json) {
        Shape.check(json);
        return view(json);
    }

    /**
     * The timeline that this program wrote down, also where its times can't be: a session is not lost for one bad edit,
     * which can still be taken back.
     *
     * @throws InvalidDraft when it has no tracks of segments
     */
    public static Draft kept(ObjectNode json) {
        Shape.checkParts(json);
        return view(json);
    }

    private static Draft view(ObjectNode json) {
        ObjectNode copy = json.deepCopy();
        List<Track> tracks = new ArrayList<>();
        for (JsonNode node : copy.path("t")) {
            tracks.add(Track.view((ObjectNode) node));
        }
        return new Draft(copy, List.copyOf(tracks));
    }

    /**
     * The timeline in a JSON text.
     *
     * @throws InvalidDraft when it is none
     */
    public static Draft parse(String text) {
        try {
            if (MAPPER.readTree(text) instanceof ObjectNode object) {
                return of(object);
            }
            throw new InvalidDraft("it", "must be a JSON object");
        } catch (JsonProcessingException e) {
            throw new InvalidDraft("broken JSON: " + e.getOriginalMessage(), e);
        } catch (NumberFormatException e) {
            // What Jackson throws for an exponent that is longer than any number's.
            throw new InvalidDraft("broken JSON: a number that is none", e);
        }
    }

    /** As JSON; the caller's own copy. */
    public ObjectNode json() {
        return json.deepCopy();
    }

    /** Its tracks, from the bottom up. */
    public List<Track> tracks() {
        return tracks;
    }

    /** Its tracks of one type. */
    public List<Track> tracks(TrackType type) {
        return tracks.stream().filter(t -> t.is(type)).toList();
    }

    /** Its length: what it says, or where its last segment ends when it says nothing. */
    public Duration duration() {
        return json.path("d").isNumber() ? Duration.ofMillis(Json.whole(json, "d", 0)) : end();
    }

    /** Where its last segment ends. */
    public Duration end() {
        return tracks.stream().map(Track::end).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /** Its name for a person. */
    public Optional<String> title() {
        return Json.text(meta(), "title");
    }

    /** The picture that comes out; empty while nothing has set one (the first footage does). */
    public Optional<Canvas> canvas() {
        long width = Json.whole(meta(), "width", 0);
        long height = Json.whole(meta(), "height", 0);
        if (width < 16 || height < 16 || width > 8192 || height > 8192) {
            return Optional.empty();
        }
        return Optional.of(new Canvas(
                (int) width & ~1,
                (int) height & ~1,
                fit(),
                meta().path("sharpen").asBoolean(false)));
    }

    private Fit fit() {
        String word = Json.text(meta(), "fit").orElse("pad").toUpperCase(Locale.ROOT);
        return word.equals("CROP") ? Fit.CROP : word.equals("BLUR") ? Fit.BLUR : Fit.PAD;
    }

    /** Frames a second; empty while nothing has set it. */
    public Optional<Double> fps() {
        return Json.number(meta(), "fps").filter(v -> v > 0 && v <= 1000);
    }

    /** What is done to the composed picture and sound, in order. */
    public List<Effect> effects() {
        return Segment.effects(json);
    }

    /** True when there is something to export: some track has a segment. */
    public boolean ready() {
        return tracks.stream().anyMatch(t -> !t.segments().isEmpty());
    }

    /** The same with other tracks, as long as they are. */
    public Draft withTracks(List<Track> tracks) {
        ObjectNode next = Json.with(json, "t", Json.array(tracks, Track::node));
        Draft draft = new Draft(next, List.copyOf(tracks));
        return new Draft(Json.with(next, "d", draft.end().toMillis()), draft.tracks);
    }

    /** The same with one track replaced, or added at the end when none matches. */
    public Draft withTrack(Predicate<Track> which, Track replacement) {
        List<Track> next = new ArrayList<>(tracks);
        for (int i = 0; i < next.size(); i++) {
            if (which.test(next.get(i))) {
                next.set(i, replacement);
                return withTracks(next);
            }
        }
        next.add(replacement);
        return withTracks(next);
    }

    /** The same with another picture. */
    public Draft withCanvas(Canvas canvas) {
        ObjectNode meta = Json.with(meta(), "width", canvas.width());
        meta = Json.with(meta, "height", canvas.height());
        meta = Json.with(meta, "fit", canvas.fit().name().toLowerCase(Locale.ROOT));
        meta.put("sharpen", canvas.sharpen());
        return new Draft(Json.with(json, "m", meta), tracks);
    }

    /** The same at another frame rate. */
    public Draft withFps(double fps) {
        ObjectNode meta = Json.with(meta(), "fps", DoubleNode.valueOf(fps));
        return new Draft(Json.with(json, "m", meta), tracks);
    }

    /** The same with these effects on the whole. */
    public Draft withEffects(List<Effect> effects) {
        return effects.isEmpty() && !json.has("fx")
                ? this
                : new Draft(Json.with(json, "fx", Segment.array(effects)), tracks);
    }

    /** The tracks in one line for a person, as the protocol describes it. */
    public String summary() {
        return Summary.of(this);
    }

    private ObjectNode meta() {
        return Json.child(json, "m");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Draft draft && Json.same(draft.json, json);
    }

    @Override
    public int hashCode() {
        return tracks.hashCode();
    }

    @Override
    public String toString() {
        return json.toString();
    }
}
