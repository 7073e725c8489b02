package io.retake.core.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.edit.value.Position;
import io.retake.core.edit.value.TitleStyle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A segment of a track: media or a text, at a place on the timeline. Immutable; equal when its JSON is.
 *
 * <p>Keys: {@code id}; {@code s} start and {@code d} duration on the timeline in ms; {@code m.title}; {@code md} the
 * media's content hash; {@code in} the in point in the media, in ms; {@code sp} speed; {@code vol} gain; {@code lp}
 * whether the media loops; {@code sc} the number of its scene; {@code up} whether only its upload placed it; {@code tx},
 * {@code pos}, {@code sty} a text, its position and style; {@code fx} effects. A segment shows its media from {@code
 * in} to {@code in + d * sp}.
 */
public final class Segment {
    private final ObjectNode json;

    private Segment(ObjectNode json) {
        this.json = json;
    }

    static Segment view(ObjectNode json) {
        return new Segment(json);
    }

    /** Creates a segment of media. */
    public static Segment ofMedia(String id, String title, String media, Duration start, Duration duration) {
        return new Segment(JsonTrees.object())
                .withId(id)
                .withStart(start)
                .withDuration(duration)
                .withTitle(title)
                .set("md", JsonNodeFactory.instance.textNode(media));
    }

    /** Creates a segment with text over the picture. */
    public static Segment ofText(
            String id, String text, Duration start, Duration duration, Position position, TitleStyle style) {
        return new Segment(JsonTrees.object())
                .withId(id)
                .withStart(start)
                .withDuration(duration)
                .set("tx", JsonNodeFactory.instance.textNode(text))
                .set("pos", JsonNodeFactory.instance.textNode(word(position)))
                .set("sty", JsonNodeFactory.instance.textNode(word(style)));
    }

    /** Returns its id within the draft; empty when the draft's author gave none. */
    public String id() {
        return JsonTrees.text(json, "id").orElse("");
    }

    /** Returns the start on the timeline. */
    public Duration start() {
        return Duration.ofMillis(JsonTrees.whole(json, "s", 0));
    }

    /** Returns the duration on the timeline. */
    public Duration duration() {
        return Duration.ofMillis(JsonTrees.whole(json, "d", 0));
    }

    /** Returns the end on the timeline, exclusive. */
    public Duration end() {
        return start().plus(duration());
    }

    /** Returns the name shown to the user. */
    public Optional<String> title() {
        return JsonTrees.text(JsonTrees.child(json, "m"), "title");
    }

    /** Returns the content hash of its media; empty for a text. */
    public Optional<String> media() {
        return JsonTrees.text(json, "md");
    }

    /** Returns the in point in its media. */
    public Duration in() {
        return Duration.ofMillis(JsonTrees.whole(json, "in", 0));
    }

    /** Returns the speed factor, 0.001 to 1000; 1 when absent or invalid. */
    public double speed() {
        return JsonTrees.number(json, "sp").filter(v -> v >= 0.001 && v <= 1000).orElse(1.0);
    }

    /** Returns the factor on the amplitude of its sound; 1 when absent or invalid. */
    public double gain() {
        return JsonTrees.number(json, "vol").filter(v -> v >= 0 && v <= 1000).orElse(1.0);
    }

    /** Returns whether its media loops. */
    public boolean loops() {
        return json.path("lp").asBoolean(false);
    }

    /** Returns its text; empty for media. */
    public Optional<String> text() {
        return JsonTrees.text(json, "tx");
    }

    /** Returns the position of its text. */
    public Position position() {
        return choice("pos", Position.CENTER);
    }

    /** Returns the style of its text. */
    public TitleStyle style() {
        return choice("sty", TitleStyle.OUTLINE);
    }

    /** Returns the smaller line under the text of a lower third. */
    public Optional<String> subline() {
        return JsonTrees.text(json, "tx2");
    }

    /** Returns whether it holds the frame at {@code in} for its whole duration, without sound. */
    public boolean frozen() {
        return json.path("fz").asBoolean(false);
    }

    /** Returns the number of its scene; empty while no scenes have been found. */
    public OptionalInt scene() {
        long number = JsonTrees.whole(json, "sc", 0);
        return number >= 1 && number <= Integer.MAX_VALUE ? OptionalInt.of((int) number) : OptionalInt.empty();
    }

    /** Returns whether only its upload placed it: no edit has changed, moved or named it since. */
    public boolean uploaded() {
        return json.path("up").asBoolean(false);
    }

    /** Returns the width of an overlay as a percentage of the canvas. */
    public Optional<Double> widthPercent() {
        return JsonTrees.number(json, "w").filter(v -> v > 0 && v <= 100);
    }

    /** Returns the transition from the segment before; the two overlap by its duration. */
    public Optional<Blend> blend() {
        return Blend.of(JsonTrees.child(json, "tr"));
    }

    /** Returns its effects, in order. */
    public List<Effect> effects() {
        return effects(json);
    }

    static List<Effect> effects(ObjectNode json) {
        List<Effect> effects = new ArrayList<>();
        for (JsonNode node : json.path("fx")) {
            if (node instanceof ObjectNode object) {
                effects.add(Effect.of(object));
            }
        }
        return List.copyOf(effects);
    }

    static ArrayNode array(List<Effect> effects) {
        return JsonTrees.array(effects, Effect::json);
    }

    private <E extends Enum<E>> E choice(String key, E fallback) {
        String word =
                JsonTrees.text(json, key).orElse("").toUpperCase(Locale.ROOT).replace(' ', '_');
        for (E constant : fallback.getDeclaringClass().getEnumConstants()) {
            if (constant.name().equals(word)) {
                return constant;
            }
        }
        return fallback;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Returns this segment with another id. */
    public Segment withId(String id) {
        return new Segment(JsonTrees.with(json, "id", id));
    }

    /** Returns this segment at another start. */
    public Segment withStart(Duration start) {
        return new Segment(JsonTrees.with(json, "s", start.toMillis()));
    }

    /** Returns this segment with another duration on the timeline. */
    public Segment withDuration(Duration duration) {
        return new Segment(JsonTrees.with(json, "d", duration.toMillis()));
    }

    /** Returns this segment with another in point. */
    public Segment withIn(Duration in) {
        return new Segment(JsonTrees.with(json, "in", in.toMillis()));
    }

    /** Returns this segment with another name. */
    public Segment withTitle(String title) {
        return set("m", JsonTrees.with(JsonTrees.child(json, "m"), "title", title));
    }

    /** Returns this segment at another speed; keeps its duration. */
    public Segment withSpeed(double speed) {
        return set("sp", JsonNodeFactory.instance.numberNode(speed));
    }

    /** Returns this segment at another gain. */
    public Segment withGain(double gain) {
        return set("vol", JsonNodeFactory.instance.numberNode(gain));
    }

    /** Returns this segment with its media looping or not. */
    public Segment withLoop(boolean loop) {
        return set("lp", JsonNodeFactory.instance.booleanNode(loop));
    }

    /** Returns this segment with a smaller line under its text. */
    public Segment withSubline(String line) {
        return set("tx2", JsonNodeFactory.instance.textNode(line));
    }

    /** Returns this segment holding its first frame or not. */
    public Segment withFrozen(boolean frozen) {
        return set("fz", JsonNodeFactory.instance.booleanNode(frozen));
    }

    /** Returns this segment as a part of a scene, counted from 1. */
    public Segment withScene(int number) {
        return set("sc", JsonNodeFactory.instance.numberNode(number));
    }

    /** Returns this segment as one that only its upload placed, or as one that an edit has. */
    public Segment withUploaded(boolean uploaded) {
        return uploaded
                ? set("up", JsonNodeFactory.instance.booleanNode(true))
                : new Segment(JsonTrees.without(json, "up"));
    }

    /** Returns this segment at a position and a percentage of the canvas's width. */
    public Segment withPlace(Position position, double widthPercent) {
        return set("pos", JsonNodeFactory.instance.textNode(word(position)))
                .set("w", JsonNodeFactory.instance.numberNode(widthPercent));
    }

    /** Returns this segment with a transition at its start; with a cut when empty. */
    public Segment withBlend(Optional<Blend> blend) {
        return blend.map(b -> set("tr", b.json())).orElseGet(() -> new Segment(JsonTrees.without(json, "tr")));
    }

    /** Returns this segment with these effects. */
    public Segment withEffects(List<Effect> effects) {
        return effects.isEmpty() && !json.has("fx") ? this : set("fx", array(effects));
    }

    private Segment set(String key, JsonNode value) {
        return new Segment(JsonTrees.with(json, key, value));
    }

    ObjectNode node() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Segment segment && JsonTrees.same(segment.json, json);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id(), start(), duration());
    }

    @Override
    public String toString() {
        return json.toString();
    }
}
