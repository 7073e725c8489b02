package io.retake.engine.render;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.engine.phrase.EngineMessages;
import java.time.Duration;

/**
 * A place where an export can't show or play a medium as expected, because the medium's data end too early or too late.
 *
 * @param filename the medium
 * @param at the time in the medium
 * @param lasting the length in the export
 */
public record Shortfall(ShortfallKind kind, String filename, Duration at, Duration lasting) {
    /** The kinds, in the order in which they are reported. */
    public enum ShortfallKind {
        /** The picture's data end before the clip does: the last frame stands still. */
        PICTURE_HELD("picture-held", "shortfall.picture-held"),
        /** The sound's data end before the picture does. */
        SOUND_MISSING("sound-missing", "shortfall.sound-missing"),
        /** The sound goes on after the picture, and the film ends with the picture. */
        SOUND_LEFT_OUT("sound-left-out", "shortfall.sound-left-out");

        private final String word;
        private final String message;

        ShortfallKind(String word, String message) {
            this.word = word;
            this.message = message;
        }
    }

    /** Returns a sentence for users. */
    public String text() {
        return EngineMessages.text(kind.message, filename, at.toMillis() / 1000.0, lasting.toMillis() / 1000.0);
    }

    /** Returns the JSON of the API. */
    public ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("kind", kind.word)
                .put("filename", filename)
                .put("atMs", at.toMillis())
                .put("ms", lasting.toMillis())
                .put("text", text());
    }

    boolean isOfTheSame(Shortfall other) {
        return kind == other.kind && filename.equals(other.filename);
    }

    /** Merges two of the same medium: held frames add up, and sound is left out only once. */
    Shortfall with(Shortfall other) {
        boolean once = kind == ShortfallKind.SOUND_LEFT_OUT;
        boolean longer = lasting.compareTo(other.lasting) > 0;
        return new Shortfall(
                kind, filename, at, once ? (longer ? lasting : other.lasting) : lasting.plus(other.lasting));
    }
}
