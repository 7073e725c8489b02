package io.retake.core;

/** Messages of the vocabulary, the protocol and the client. */
public final class CoreMessages {
    private static final MessageBundle BUNDLE = new MessageBundle("io.retake.core.messages", CoreMessages.class);

    private CoreMessages() {}

    /** Returns the text of this key, with these values in it. */
    public static String text(String key, Object... values) {
        return BUNDLE.text(key, values);
    }
}
