package io.retake.core;

import org.jspecify.annotations.Nullable;

/** Messages of the vocabulary, the protocol and the client. */
public final class CoreMessages {
    private static final MessageBundle BUNDLE = new MessageBundle("io.retake.core.messages", CoreMessages.class);

    private CoreMessages() {}

    /** Returns the text of this key, with these values in it. */
    public static String text(String key, @Nullable Object... values) {
        return BUNDLE.text(key, values);
    }
}
