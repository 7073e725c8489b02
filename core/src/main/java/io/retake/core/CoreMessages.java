package io.retake.core;

/** What the vocabulary, the protocol and the client tell users. */
public final class CoreMessages {
    private static final MessageBundle BUNDLE = new MessageBundle("io.retake.core.messages", CoreMessages.class);

    private CoreMessages() {}

    /** Returns the text of this key, with these values in it. */
    public static String text(String key, Object... values) {
        return BUNDLE.text(key, values);
    }
}
