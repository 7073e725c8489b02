package io.retake.core.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.edit.Change;
import java.time.Duration;

/** What is done to the picture or the sound of a segment, or of the whole timeline; kind {@code k} on the wire. */
public sealed interface Effect {

    /** As JSON. */
    ObjectNode json();

    /** Measure, then correct (see the vocabulary's {@code color auto}). */
    record AutoColor() implements Effect {
        @Override
        public ObjectNode json() {
            return Json.object().put("k", "auto-color");
        }
    }

    /** A grade by value. */
    record Grade(Change brightness, Change contrast, Change saturation, Change temperature) implements Effect {
        @Override
        public ObjectNode json() {
            return Json.object()
                    .put("k", "grade")
                    .put("brightness", brightness.percent())
                    .put("contrast", contrast.percent())
                    .put("saturation", saturation.percent())
                    .put("temperature", temperature.percent());
        }
    }

    /** No colour. */
    record Grayscale() implements Effect {
        @Override
        public ObjectNode json() {
            return Json.object().put("k", "grayscale");
        }
    }

    /** From black and to black, picture and sound; lengths in timeline time, zero for none. */
    record Fade(Duration in, Duration out) implements Effect {
        /** Refuses negative lengths. */
        public Fade {
            if (in.isNegative() || out.isNegative()) {
                throw new IllegalArgumentException("a fade can't be shorter than nothing");
            }
        }

        @Override
        public ObjectNode json() {
            return Json.object().put("k", "fade").put("in", in.toMillis()).put("out", out.toMillis());
        }
    }

    /** On music: lower it while the footage is loud. */
    record Duck() implements Effect {
        @Override
        public ObjectNode json() {
            return Json.object().put("k", "duck");
        }
    }

    /** One that this version does not know; kept as it came. */
    final class Foreign implements Effect {
        private final ObjectNode json;

        Foreign(ObjectNode json) {
            this.json = json;
        }

        @Override
        public ObjectNode json() {
            return json.deepCopy();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Foreign foreign && Json.same(foreign.json, json);
        }

        @Override
        public int hashCode() {
            return json.size();
        }

        @Override
        public String toString() {
            return "Foreign" + json;
        }
    }

    /** The effect that JSON means; {@link Foreign} when its kind or values are not known here. */
    static Effect of(ObjectNode json) {
        try {
            return switch (json.path("k").asText()) {
                case "auto-color" -> new AutoColor();
                case "grade" ->
                    new Grade(
                            change(json, "brightness"),
                            change(json, "contrast"),
                            change(json, "saturation"),
                            change(json, "temperature"));
                case "grayscale" -> new Grayscale();
                case "fade" ->
                    new Fade(
                            Duration.ofMillis(Json.whole(json, "in", 0)),
                            Duration.ofMillis(Json.whole(json, "out", 0)));
                case "duck" -> new Duck();
                default -> new Foreign(json);
            };
        } catch (IllegalArgumentException e) {
            return new Foreign(json);
        }
    }

    private static Change change(ObjectNode json, String key) {
        return new Change(Json.number(json, key).orElse(0.0));
    }
}
