package io.retake.dsl.syntax;

import java.util.Arrays;

/** Converts between places in a text and the code points that Groovy's lexer counts. Immutable. */
final class Offsets {
    private final int[] offsets;
    private final int end;

    Offsets(String text) {
        offsets = new int[text.codePointCount(0, text.length())];
        end = text.length();
        int at = 0;
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = at;
            at += Character.charCount(text.codePointAt(at));
        }
    }

    /** Returns the place of a code point; the end of the text for those behind it. */
    int of(int codePoint) {
        return codePoint >= offsets.length ? end : offsets[codePoint];
    }

    /** Returns which code point begins at this place, or behind it. */
    int codePoint(int offset) {
        int found = Arrays.binarySearch(offsets, offset);
        return found >= 0 ? found : -found - 1;
    }
}
