package io.retake.engine.render.text;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines in the order in which they are drawn, from left to right (Unicode Standard Annex 9): FFmpeg's drawtext draws
 * what it gets in that order, in whatever script, unless it was built with FriBidi, which ours is not.
 */
final class Bidirectional {
    private static final String OPENING = "()[]{}<>«»‹›";
    private static final String CLOSING = ")(][}{><»«›‹";

    private Bidirectional() {}

    /** Whether a paragraph begins at the right. */
    static boolean beginsRight(String paragraph) {
        return needed(paragraph) && !new Bidi(paragraph, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
    }

    /** A line with letters joined and in the order of drawing. */
    static String drawn(String line, boolean fromRight) {
        if (!needed(line)) {
            return line;
        }
        String joined = ArabicForms.joined(line);
        Bidi bidi = new Bidi(joined, fromRight ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        int count = bidi.getRunCount();
        byte[] levels = new byte[count];
        Integer[] runs = new Integer[count];
        for (int i = 0; i < count; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
            runs[i] = i;
        }
        Bidi.reorderVisually(levels, 0, runs, 0, count);
        StringBuilder drawn = new StringBuilder();
        for (int run : runs) {
            String text = joined.substring(bidi.getRunStart(run), bidi.getRunLimit(run));
            drawn.append(bidi.getRunLevel(run) % 2 == 0 ? text : turned(text));
        }
        return drawn.toString();
    }

    private static boolean needed(String text) {
        char[] chars = text.toCharArray();
        return Bidi.requiresBidi(chars, 0, chars.length);
    }

    /** Backwards, marks staying behind their letters, brackets turned round. */
    private static String turned(String text) {
        List<String> clusters = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); ) {
            int next = i + Character.charCount(text.codePointAt(i));
            if (next == text.length() || !isMark(text.codePointAt(next))) {
                clusters.add(0, mirrored(text.substring(start, next)));
                start = next;
            }
            i = next;
        }
        return String.join("", clusters);
    }

    static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static String mirrored(String cluster) {
        int index = OPENING.indexOf(cluster);
        return index < 0 || cluster.length() != 1 ? cluster : CLOSING.substring(index, index + 1);
    }
}
