package io.retake.core.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.CoreMessages;
import io.retake.core.JsonMappers;
import io.retake.core.edit.value.Fit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A timeline. Immutable and thread-safe; equal when its JSON is. Unmodelled fields are preserved, in place.
 *
 * <p>Keys: {@code t} tracks, {@code d} duration in ms, {@code m} metadata ({@code title}, {@code width}, {@code
 * height}, {@code fps}, {@code fit}, {@code sharpen}), {@code fx} effects of the composed picture and sound.
 */
public final class Draft {
    /** The maximum number of segments, more than any film has: drafts come over the wire and may be hostile. */
    static final int MOST_SEGMENTS = 100_000;

    private static final ObjectMapper MAPPER = JsonMappers.exact(64);

    private final ObjectNode json;
    private final List<Track> tracks;

    private Draft(ObjectNode json, List<Track> tracks) {
        this.json = json;
        this.tracks = tracks;
    }

    /** Returns an empty timeline. */
    public static Draft empty(String title) {
        ObjectNode json = JsonTrees.object();
        json.putArray("t");
        json.put("d", 0);
        json.putObject("m").put("title", title);
        return new Draft(json, List.of());
    }

    /**
     * Reads a timeline from JSON. Copies the node.
     *
     * @throws InvalidDraft when it is not a timeline
     */
    public static Draft of(ObjectNode json) {
        Shape.check(json);
        return view(json);
    }

    /**
     * Reads a timeline that this program wrote, even with invalid times: one bad edit, which can still be undone, must
     * not lose a session.
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
     * Parses the JSON text of a timeline.
     *
     * @throws InvalidDraft when it is not a timeline
     */
    public static Draft parse(String text) {
        try {
            if (MAPPER.readTree(text) instanceof ObjectNode object) {
                return of(object);
            }
            throw new InvalidDraft(CoreMessages.text("draft.whole"), CoreMessages.text("draft.no-object"));
        } catch (JsonProcessingException e) {
            throw new InvalidDraft(CoreMessages.text("draft.broken-json", e.getOriginalMessage()), e);
        } catch (NumberFormatException e) {
            // Jackson throws this for an overlong exponent.
            throw new InvalidDraft(CoreMessages.text("draft.broken-number"), e);
        }
    }

    /** Returns a copy of the JSON. */
    public ObjectNode json() {
        return json.deepCopy();
    }

    /** Returns the tracks, from the bottom up. */
    public List<Track> tracks() {
        return tracks;
    }

    /** Returns the tracks of one type. */
    public List<Track> tracks(TrackType type) {
        return tracks.stream().filter(t -> t.is(type)).toList();
    }

    /** Returns the declared duration, or the end of the last segment when there is none. */
    public Duration duration() {
        return json.path("d").isNumber() ? Duration.ofMillis(JsonTrees.whole(json, "d", 0)) : end();
    }

    /** Returns the end of the last segment. */
    public Duration end() {
        return tracks.stream().map(Track::end).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /** Returns the name shown to the user. */
    public Optional<String> title() {
        return JsonTrees.text(meta(), "title");
    }

    /** Returns the canvas; empty while nothing has set one (the first footage does). */
    public Optional<Canvas> canvas() {
        long width = JsonTrees.whole(meta(), "width", 0);
        long height = JsonTrees.whole(meta(), "height", 0);
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
        String word = JsonTrees.text(meta(), "fit").orElse("pad").toUpperCase(Locale.ROOT);
        return word.equals("CROP") ? Fit.CROP : word.equals("BLUR") ? Fit.BLUR : Fit.PAD;
    }

    /** Returns the frame rate in frames per second; empty while nothing has set it. */
    public Optional<Double> fps() {
        return JsonTrees.number(meta(), "fps").filter(v -> v > 0 && v <= 1000);
    }

    /** Returns the effects on the composed picture and sound, in order. */
    public List<Effect> effects() {
        return EffectJson.all(json);
    }

    /** Returns whether there is something to export: some track has a segment. */
    public boolean ready() {
        return tracks.stream().anyMatch(t -> !t.segments().isEmpty());
    }

    /** Returns this timeline with other tracks; its duration follows them. */
    public Draft withTracks(List<Track> tracks) {
        ObjectNode next = JsonTrees.with(json, "t", JsonTrees.array(tracks, Track::node));
        Draft draft = new Draft(next, List.copyOf(tracks));
        return new Draft(JsonTrees.with(next, "d", draft.end().toMillis()), draft.tracks);
    }

    /** Returns this timeline with one track replaced, or added at the end when none matches. */
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

    /** Returns this timeline with another canvas. */
    public Draft withCanvas(Canvas canvas) {
        ObjectNode meta = JsonTrees.with(meta(), "width", canvas.width());
        meta = JsonTrees.with(meta, "height", canvas.height());
        meta = JsonTrees.with(meta, "fit", canvas.fit().name().toLowerCase(Locale.ROOT));
        meta.put("sharpen", canvas.sharpen());
        return new Draft(JsonTrees.with(json, "m", meta), tracks);
    }

    /** Returns this timeline at another frame rate. */
    public Draft withFps(double fps) {
        ObjectNode meta = JsonTrees.with(meta(), "fps", DoubleNode.valueOf(fps));
        return new Draft(JsonTrees.with(json, "m", meta), tracks);
    }

    /** Returns this timeline with other effects on the composed picture and sound. */
    public Draft withEffects(List<Effect> effects) {
        return effects.isEmpty() && !json.has("fx")
                ? this
                : new Draft(JsonTrees.with(json, "fx", EffectJson.array(effects)), tracks);
    }

    /** Returns the tracks in one line for the user, in the protocol's format. */
    public String summary() {
        return Summary.of(this);
    }

    private ObjectNode meta() {
        return JsonTrees.child(json, "m");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Draft draft && JsonTrees.same(draft.json, json);
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
