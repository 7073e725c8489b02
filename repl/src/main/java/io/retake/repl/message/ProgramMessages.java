package io.retake.repl.message;

import io.retake.core.MessageBundle;
import org.jspecify.annotations.Nullable;

/** Messages of the command line and the prompt. */
public final class ProgramMessages {
    private static final MessageBundle BUNDLE = new MessageBundle("io.retake.repl.messages", ProgramMessages.class);

    private ProgramMessages() {}

    /** Returns the text of this key, with these values in it. */
    public static String text(String key, @Nullable Object... values) {
        return BUNDLE.text(key, values);
    }
}
