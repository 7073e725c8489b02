package io.retake.engine.timeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.engine.media.MediaEnds;
import io.retake.engine.phrase.EngineMessages;
import java.time.Duration;
import java.util.Locale;

/**
 * One piece of media in a project, as far as editing needs to know it. Immutable.
 *
 * @param hash the content hash, by which a timeline names its media
 * @param name the name of the uploaded file
 * @param kind the kind of media
 * @param duration how long it plays, or when its last caption goes; zero for an image and a colour table
 * @param width of the picture as shown (rotation and pixel shape applied), in pixels; 0 without a picture
 * @param height of the picture as shown, in pixels; 0 without a picture
 * @param fps frames a second; 0 when it has none
 * @param hasAudio whether it has sound
 * @param ends the end of its data
 */
public record Asset(
        String hash,
        String name,
        AssetKind kind,
        Duration duration,
        int width,
        int height,
        double fps,
        boolean hasAudio,
        MediaEnds ends) {

    /** Creates an asset whose data ends are unknown. */
    public Asset(
            String hash,
            String name,
            AssetKind kind,
            Duration duration,
            int width,
            int height,
            double fps,
            boolean hasAudio) {
        this(hash, name, kind, duration, width, height, fps, hasAudio, MediaEnds.UNKNOWN);
    }

    /** The kinds of media, as an editor sees them. */
    public enum AssetKind {
        /** Moving pictures. */
        VIDEO,
        /** A still. */
        IMAGE,
        /** Sound alone. */
        AUDIO,
        /** Text with times, which waits until it is asked for. */
        CAPTIONS,
        /** A colour table, which waits too. */
        LUT
    }

    /** Checks that it can stand on a timeline. */
    public Asset {
        boolean visual = kind == AssetKind.VIDEO || kind == AssetKind.IMAGE;
        require(!hash.isBlank(), "medium.no-hash");
        require(!name.isBlank(), "medium.no-name");
        require(kind == AssetKind.IMAGE || kind == AssetKind.LUT || duration.toMillis() > 0, "medium.no-duration");
        require(!duration.isNegative(), "medium.negative-duration");
        require(!visual || (width > 0 && height > 0), "medium.no-picture-size");
        require(fps >= 0 && fps <= 1000, "medium.frame-rate", fps);
    }

    private static void require(boolean right, String key, Object... values) {
        if (!right) {
            throw new IllegalArgumentException(EngineMessages.text(key, values));
        }
    }

    /** Whether it has a picture. */
    public boolean isVisual() {
        return kind == AssetKind.VIDEO || kind == AssetKind.IMAGE;
    }

    /** The name without its ending: {@code song} of {@code song.mp3}. */
    public String stem() {
        return stem(name);
    }

    public static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("hash", hash)
                .put("name", name)
                .put("kind", kind.name().toLowerCase(Locale.ROOT))
                .put("duration", duration.toMillis())
                .put("width", width)
                .put("height", height)
                .put("fps", fps)
                .put("audio", hasAudio);
        return ends.equals(MediaEnds.UNKNOWN) ? json : json.set("ends", AssetEnds.json(ends));
    }

    static Asset of(ObjectNode json) {
        return new Asset(
                json.path("hash").asText(),
                json.path("name").asText(),
                AssetKind.valueOf(json.path("kind").asText().toUpperCase(Locale.ROOT)),
                Duration.ofMillis(json.path("duration").asLong()),
                json.path("width").asInt(),
                json.path("height").asInt(),
                json.path("fps").asDouble(),
                json.path("audio").asBoolean(),
                AssetEnds.of(json.path("ends")));
    }
}
