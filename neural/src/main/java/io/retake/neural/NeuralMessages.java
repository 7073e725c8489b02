package io.retake.neural;

import io.retake.core.MessageBundle;
import org.jspecify.annotations.Nullable;

/** Messages of the upscaling networks. */
final class NeuralMessages {
    private static final MessageBundle BUNDLE = new MessageBundle("io.retake.neural.messages", NeuralMessages.class);

    private NeuralMessages() {}

    /** Returns the text of this key, with these values in it. */
    static String text(String key, @Nullable Object... values) {
        return BUNDLE.text(key, values);
    }
}
