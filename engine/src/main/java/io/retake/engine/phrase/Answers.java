package io.retake.engine.phrase;

import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of one language, by their keys. The bundle is read with the first answer. */
@SuppressWarnings("ImmutableEnumChecker") // a bundle of texts doesn't change once it is read
enum Answers {
    ENGLISH(Locale.ROOT),
    CHINESE(Locale.CHINESE);

    private final ResourceBundle bundle;

    Answers(Locale locale) {
        // Without it, the locale of the machine would replace English where it has a bundle.
        ResourceBundle.Control exact =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        bundle = ResourceBundle.getBundle(
                "io.retake.engine.phrase.answers", locale, Answers.class.getClassLoader(), exact);
    }

    String text(String key) {
        return bundle.getString(key);
    }
}
