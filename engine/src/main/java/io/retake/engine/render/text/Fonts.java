package io.retake.engine.render.text;

import java.util.Arrays;

/** Checks which characters can be drawn. Thread-safe. */
public final class Fonts {
    private Fonts() {}

    /** The characters of a text that no font has, each once, in their order; empty when all can be drawn. */
    public static String undrawable(String text) {
        StringBuilder missing = new StringBuilder();
        TextLines.characters(text).filter(c -> !isDrawable(c)).distinct().forEach(missing::appendCodePoint);
        return missing.toString();
    }

    /** Line ends and blanks need no glyph. */
    static boolean isDrawable(int c) {
        return Character.isWhitespace(c)
                || TextLines.isJoiner(c)
                || Arrays.stream(Face.values()).anyMatch(face -> face.tables().covers(c));
    }
}
