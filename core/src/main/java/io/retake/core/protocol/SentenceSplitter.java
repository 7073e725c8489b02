package io.retake.core.protocol;

import java.util.ArrayList;
import java.util.List;

/** Splits text into sentences without losing a character: joined again they are the text. */
final class SentenceSplitter {
    private static final String WESTERN = ".!?";
    private static final String CHINESE = "。！？";
    private static final String CLOSING = "\"'”’)]』」）*_";

    private SentenceSplitter() {}

    /**
     * Splits a text into sentences, each with the space after it. A line end ends a sentence; a period in {@code 1.5}
     * or a list's {@code 1.} does not.
     */
    static List<String> split(String text) {
        List<String> sentences = new ArrayList<>();
        int start = 0;
        for (int end = next(text, 0); end > 0; end = next(text, start)) {
            sentences.add(text.substring(start, end));
            start = end;
        }
        if (start < text.length()) {
            sentences.add(text.substring(start));
        }
        return sentences;
    }

    /**
     * Returns the end of the sentence that starts at a place, with the space after it; 0 when the end is not known yet.
     */
    static int next(String text, int start) {
        for (int i = start; i < text.length(); i++) {
            int after = i + 1;
            if (text.charAt(i) == '\n') {
                return skipSpace(text, after);
            }
            if (WESTERN.indexOf(text.charAt(i)) >= 0 || CHINESE.indexOf(text.charAt(i)) >= 0) {
                after = skip(text, after);
                boolean ends = CHINESE.indexOf(text.charAt(i)) >= 0
                        || (after < text.length()
                                && Character.isWhitespace(text.charAt(after))
                                && !text.substring(start, i).strip().matches("[0-9]{1,2}"));
                if (ends) {
                    return skipSpace(text, after);
                }
                i = after - 1;
            }
        }
        return 0;
    }

    private static int skip(String text, int from) {
        int i = from;
        while (i < text.length() && (WESTERN + CHINESE + CLOSING).indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    private static int skipSpace(String text, int from) {
        int i = from;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
