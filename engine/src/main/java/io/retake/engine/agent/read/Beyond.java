package io.retake.engine.agent.read;

import io.retake.engine.phrase.Phrase;
import java.util.Set;

/** Requests that this agent doesn't support yet, each with the closest supported sentence. */
final class Beyond {
    private static final Set<String> NAMES = Set.of(
            "background",
            "captions",
            "translate",
            "zoom",
            "zoomout",
            "overlay",
            "order",
            "silences",
            "sync",
            "lut",
            "export",
            "generate",
            "viral",
            "removeobject");

    private Beyond() {}

    static Phrase phrase(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalStateException("nothing is said about " + name);
        }
        return Phrase.of("beyond." + name);
    }
}
