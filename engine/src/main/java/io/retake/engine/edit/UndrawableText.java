package io.retake.engine.edit;

import io.retake.engine.phrase.Phrase;

/** Warns of characters that no font has, which can't be drawn. */
final class UndrawableText {
    private static final int MOST_SHOWN = 20;

    private UndrawableText() {}

    /** Returns a sentence to append, with a leading space; empty when all characters can be drawn. */
    static Phrase in(String text, Measurements measurements) {
        String missing = measurements.undrawable(text);
        int count = missing.codePointCount(0, missing.length());
        if (count == 0) {
            return Phrase.NOTHING;
        }
        String shown =
                count > MOST_SHOWN ? missing.substring(0, missing.offsetByCodePoints(0, MOST_SHOWN)) + " …" : missing;
        return Phrase.of("text.no-font", shown);
    }
}
