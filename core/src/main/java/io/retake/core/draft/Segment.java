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
 * A stretch of a track: a piece of media or a text, in its place on the timeline. Immutable; equal when its JSON is.
 *
 * <p>Keys: {@code id}; {@code s} start and {@code d} duration on the timeline in ms; {@code m.title}; {@code md} the
 * media's content hash; {@code in} where it begins in the media, in ms; {@code sp} speed; {@code vol} gain; {@code lp}
 * whether the media starts over at its end; {@code sc} the scene that it is a piece of; {@code tx}, {@code pos}, {@code sty} a text, its place and style; {@code
 * fx} effects. A segment shows its media from {@code in} to {@code in + d * sp}.
 */
public final class Segment {
    private final ObjectNode json;

    private Segment(ObjectNode json) {
        this.json = json;
    }

    static Segment view(ObjectNode json) {
        return new Segment(json);
    }

    /** A piece of media. */
    public static Segment ofMedia(String id, String title, String media, Duration start, Duration duration) {
        return new Segment(Json.object())
                .withId(id)
                .withStart(start)
                .withDuration(duration)
                .withTitle(title)
                .set("md", JsonNodeFactory.instance.textNode(media));
    }

    /** A text over the picture. */
    public static Segment ofText(
            String id, String text, Duration start, Duration duration, Position position, TitleStyle style) {
        return new Segment(Json.object())
                .withId(id)
                .withStart(start)
                .withDuration(duration)
                .set("tx", JsonNodeFactory.instance.textNode(text))
                .set("pos", JsonNodeFactory.instance.textNode(word(position)))
                .set("sty", JsonNodeFactory.instance.textNode(word(style)));
    }

    /** Its id within the draft; empty when the draft's maker gave none. */
    public String id() {
        return Json.text(json, "id").orElse("");
    }

    /** Where it begins on the timeline. */
    public Duration start() {
        return Duration.ofMillis(Json.whole(json, "s", 0));
    }

    /** How long it is on the timeline. */
    public Duration duration() {
        return Duration.ofMillis(Json.whole(json, "d", 0));
    }

    /** Where it ends on the timeline. */
    public Duration end() {
        return start().plus(duration());
    }

    /** Its name for a person. */
    public Optional<String> title() {
        return Json.text(Json.child(json, "m"), "title");
    }

    /** The content hash of its media; empty for a text. */
    public Optional<String> media() {
        return Json.text(json, "md");
    }

    /** Where it begins in its media. */
    public Duration in() {
        return Duration.ofMillis(Json.whole(json, "in", 0));
    }

    /** How many times as fast its media plays, 0.001 to 1000; 1 when not said or impossible. */
    public double speed() {
        return Json.number(json, "sp").filter(v -> v >= 0.001 && v <= 1000).orElse(1.0);
    }

    /** The factor on its sound's amplitude; 1 when not said or impossible. */
    public double gain() {
        return Json.number(json, "vol").filter(v -> v >= 0 && v <= 1000).orElse(1.0);
    }

    /** Whether its media starts over at its end. */
    public boolean loops() {
        return json.path("lp").asBoolean(false);
    }

    /** Its text; empty for media. */
    public Optional<String> text() {
        return Json.text(json, "tx");
    }

    /** Where its text stands. */
    public Position position() {
        return choice("pos", Position.CENTER);
    }

    /** How its text is drawn. */
    public TitleStyle style() {
        return choice("sty", TitleStyle.OUTLINE);
    }

    /** The smaller line under its text: of a lower third. */
    public Optional<String> subline() {
        return Json.text(json, "tx2");
    }

    /** Whether it holds the one frame at {@code in} for all its duration, without sound. */
    public boolean frozen() {
        return json.path("fz").asBoolean(false);
    }

    /** The number of the scene that it is a piece of; empty while no scenes have been found. */
    public OptionalInt scene() {
        long number = Json.whole(json, "sc", 0);
        return number >= 1 && number <= Integer.MAX_VALUE ? OptionalInt.of((int) number) : OptionalInt.empty();
    }

    /** Its width as a percentage of the canvas: of an overlay. */
    public Optional<Double> widthPercent() {
        return Json.number(json, "w").filter(v -> v > 0 && v <= 100);
    }

    /** How the segment before becomes this one; they overlap by its duration. */
    public Optional<Blend> blend() {
        return Blend.of(Json.child(json, "tr"));
    }

    /** What is done to it, in order. */
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
        return Json.array(effects, Effect::json);
    }

    private <E extends Enum<E>> E choice(String key, E fallback) {
        String word = Json.text(json, key).orElse("").toUpperCase(Locale.ROOT).replace(' ', '_');
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

    /** The same with another id. */
    public Segment withId(String id) {
        return new Segment(Json.with(json, "id", id));
    }

    /** The same somewhere else on the timeline. */
    public Segment withStart(Duration start) {
        return new Segment(Json.with(json, "s", start.toMillis()));
    }

    /** The same, longer or shorter on the timeline. */
    public Segment withDuration(Duration duration) {
        return new Segment(Json.with(json, "d", duration.toMillis()));
    }

    /** The same from another place of its media. */
    public Segment withIn(Duration in) {
        return new Segment(Json.with(json, "in", in.toMillis()));
    }

    /** The same with another name. */
    public Segment withTitle(String title) {
        return set("m", Json.with(Json.child(json, "m"), "title", title));
    }

    /** The same at another speed; its duration is not touched. */
    public Segment withSpeed(double speed) {
        return set("sp", JsonNodeFactory.instance.numberNode(speed));
    }

    /** The same at another level. */
    public Segment withGain(double gain) {
        return set("vol", JsonNodeFactory.instance.numberNode(gain));
    }

    /** The same, its media starting over at its end or not. */
    public Segment withLoop(boolean loop) {
        return set("lp", JsonNodeFactory.instance.booleanNode(loop));
    }

    /** The same with a smaller line under its text. */
    public Segment withSubline(String line) {
        return set("tx2", JsonNodeFactory.instance.textNode(line));
    }

    /** The same, holding its first frame or not. */
    public Segment withFrozen(boolean frozen) {
        return set("fz", JsonNodeFactory.instance.booleanNode(frozen));
    }

    /** The same as a piece of that scene, counted from 1. */
    public Segment withScene(int number) {
        return set("sc", JsonNodeFactory.instance.numberNode(number));
    }

    /** The same, standing there at that share of the canvas' width. */
    public Segment withPlace(Position position, double widthPercent) {
        return set("pos", JsonNodeFactory.instance.textNode(word(position)))
                .set("w", JsonNodeFactory.instance.numberNode(widthPercent));
    }

    /** The same, coming in softly; or, when empty, with a cut. */
    public Segment withBlend(Optional<Blend> blend) {
        return blend.map(b -> set("tr", b.json())).orElseGet(() -> new Segment(Json.without(json, "tr")));
    }

    /** The same with these effects. */
    public Segment withEffects(List<Effect> effects) {
        return effects.isEmpty() && !json.has("fx") ? this : set("fx", array(effects));
    }

    private Segment set(String key, JsonNode value) {
        return new Segment(Json.with(json, key, value));
    }

    ObjectNode node() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Segment segment && Json.same(segment.json, json);
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
