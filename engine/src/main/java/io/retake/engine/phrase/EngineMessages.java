package io.retake.engine.phrase;

import io.retake.core.MessageBundle;
import org.jspecify.annotations.Nullable;

/** What the engine tells users apart from the answers to their messages: errors, warnings, progress. */
public final class EngineMessages {
    private static final MessageBundle BUNDLE = new MessageBundle("io.retake.engine.messages", EngineMessages.class);

    private EngineMessages() {}

    /** Returns the text of this key, with these values in it. */
    public static String text(String key, @Nullable Object... values) {
        return BUNDLE.text(key, values);
    }
}
