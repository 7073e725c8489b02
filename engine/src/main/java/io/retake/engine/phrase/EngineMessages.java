package io.retake.engine.phrase;

import io.retake.core.MessageBundle;
import org.jspecify.annotations.Nullable;

/** Messages of the engine apart from its answers: errors, warnings, progress. */
public final class EngineMessages {
    private static final MessageBundle BUNDLE = new MessageBundle("io.retake.engine.messages", EngineMessages.class);

    private EngineMessages() {}

    /** Returns the text of this key, with these values in it. */
    public static String text(String key, @Nullable Object... values) {
        return BUNDLE.text(key, values);
    }
}
