package io.retake.dsl.problem;

import io.retake.core.MessageBundle;
import org.jspecify.annotations.Nullable;

/** Messages of scripts, their checks and their runs. */
public final class ScriptMessages {
    private static final MessageBundle BUNDLE = new MessageBundle("io.retake.dsl.messages", ScriptMessages.class);

    private ScriptMessages() {}

    /** Returns the text of this key, with these values in it. */
    public static String text(String key, @Nullable Object... values) {
        return BUNDLE.text(key, values);
    }
}
