package io.retake.engine.api;

import io.retake.engine.phrase.EngineMessages;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The folder of an engine's sessions, under {@code DATA/engines}.
 *
 * @param name the folder's name; empty for a new one that no other engine ever uses
 */
public record EngineFolder(Optional<String> name) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    public EngineFolder {
        if (name.isPresent() && !NAME.matcher(name.get()).matches()) {
            throw new EngineException(EngineMessages.text("setting.engine-name", name.get()));
        }
    }

    /** Returns a new private folder, never shared by two processes. */
    public static EngineFolder own() {
        return new EngineFolder(Optional.empty());
    }

    /** Returns a folder with a fixed name: sessions and renders survive a restart. */
    public static EngineFolder named(String name) {
        return new EngineFolder(Optional.of(name));
    }
}
