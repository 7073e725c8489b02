package io.retake.engine.render.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Arabic letters as they look beside their neighbours, by the code points that Unicode has for these looks (Arabic
 * Presentation Forms A and B): FFmpeg's drawtext shapes all text as Latin, which joins nothing.
 */
final class ArabicForms {
    private static final int LAM = 0x644;
    private static final int TATWEEL = 0x640;
    private static final String ALEFS = "\u0622\u0623\u0625\u0627";
    /** Lam with each of those: alone, and then after a letter that joins. */
    private static final int LAM_ALEF = 0xfef5;

    /** The looks of a letter: alone, at the end, at the beginning, in the middle; two of letters that join one side. */
    private static final Map<Integer, List<Integer>> FORMS = forms();

    private ArabicForms() {}

    private static Map<Integer, List<Integer>> forms() {
        Map<Integer, List<Integer>> forms = new HashMap<>();
        collect(forms, 0xfe80, 0xfef4);
        collect(forms, 0xfb50, 0xfbff);
        return forms;
    }

    /** They stand in that order in the blocks, and decompose to their letter. */
    private static void collect(Map<Integer, List<Integer>> forms, int first, int last) {
        for (int c = first; c <= last; c++) {
            String letter = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
            if (letter.length() == 1 && letter.charAt(0) != c) {
                forms.computeIfAbsent((int) letter.charAt(0), key -> new ArrayList<>())
                        .add(c);
            }
        }
    }

    /** The text with its letters joined, in the same order. */
    static String joined(String text) {
        int[] letters = text.codePoints().toArray();
        StringBuilder joined = new StringBuilder();
        boolean open = false;
        for (int i = 0; i < letters.length; i++) {
            int letter = letters[i];
            if (Bidirectional.isMark(letter)) {
                joined.appendCodePoint(letter);
                continue;
            }
            int next = next(letters, i);
            int alef = letter == LAM && next < letters.length ? ALEFS.indexOf(letters[next]) : -1;
            if (alef >= 0) {
                joined.appendCodePoint(LAM_ALEF + 2 * alef + (open ? 1 : 0));
                for (int mark = i + 1; mark < next; mark++) {
                    joined.appendCodePoint(letters[mark]);
                }
                i = next;
                open = false;
            } else {
                boolean closed = open && joinsBefore(letter);
                open = joinsAfter(letter);
                joined.appendCodePoint(
                        form(letter, closed, open && next < letters.length && joinsBefore(letters[next])));
            }
        }
        return joined.toString();
    }

    /** The next letter, past marks. */
    private static int next(int[] letters, int at) {
        int next = at + 1;
        while (next < letters.length && Bidirectional.isMark(letters[next])) {
            next++;
        }
        return next;
    }

    private static boolean joinsBefore(int letter) {
        return letter == TATWEEL || FORMS.getOrDefault(letter, List.of()).size() >= 2;
    }

    private static boolean joinsAfter(int letter) {
        return letter == TATWEEL || FORMS.getOrDefault(letter, List.of()).size() >= 4;
    }

    private static int form(int letter, boolean before, boolean after) {
        List<Integer> forms = FORMS.getOrDefault(letter, List.of());
        int index = (before ? 1 : 0) + (after ? 2 : 0);
        return index < forms.size() ? forms.get(index) : letter;
    }
}
