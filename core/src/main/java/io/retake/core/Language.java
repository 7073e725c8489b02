package io.retake.core;

import java.util.Locale;

/** The languages that Retake reads and writes. */
public enum Language {
    /** English, the default. */
    ENGLISH(Locale.ROOT),
    /** Chinese, in simplified characters. */
    CHINESE(Locale.CHINESE);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }
}
