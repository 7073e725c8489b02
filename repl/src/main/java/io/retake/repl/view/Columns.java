package io.retake.repl.view;

import org.jline.utils.WCWidth;

/**
 * Measures text in terminal columns: a Chinese character or an emoji takes two, a combining mark none. An emoji of
 * several code points counts as their sum: terminals differ there, and a line that is too short is better than one that
 * wraps.
 */
public final class Columns {
    private Columns() {}

    /** Returns the columns that a text without escape sequences takes. */
    public static int width(String text) {
        int width = 0;
        for (int index = 0; index < text.length(); ) {
            int codePoint = text.codePointAt(index);
            width += width(codePoint);
            index += Character.charCount(codePoint);
        }
        return width;
    }

    private static int width(int codePoint) {
        // Fast path: nearly every character is one of these, and a table can have a million.
        return codePoint >= ' ' && codePoint < 127 ? 1 : Math.max(0, WCWidth.wcwidth(codePoint));
    }

    /** Shortens a text to that many columns in its middle, so that a file's extension stays. */
    public static String fit(String text, int columns, String ellipsis) {
        if (width(text) <= columns) {
            return text;
        }
        int room = columns - width(ellipsis);
        if (room <= 0) {
            return start(ellipsis, columns);
        }
        String tail = end(text, room / 2);
        return start(text, room - width(tail)) + ellipsis + tail;
    }

    /** Shortens a text to that many columns at its end. */
    public static String head(String text, int columns, String ellipsis) {
        return width(text) <= columns ? text : start(text, Math.max(0, columns - width(ellipsis))) + ellipsis;
    }

    /** Pads a text with spaces at the end to at least that many columns. */
    public static String fill(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - width(text)));
    }

    /** Returns the beginning of a text, at most that many columns. */
    public static String start(String text, int columns) {
        int used = 0;
        int index = 0;
        while (index < text.length()) {
            int codePoint = text.codePointAt(index);
            used += width(codePoint);
            if (used > columns) {
                break;
            }
            index += Character.charCount(codePoint);
        }
        return text.substring(0, index);
    }

    private static String end(String text, int columns) {
        int used = 0;
        int index = text.length();
        while (index > 0) {
            int codePoint = text.codePointBefore(index);
            used += width(codePoint);
            if (used > columns) {
                break;
            }
            index -= Character.charCount(codePoint);
        }
        // A tail must not begin with a mark that belongs to the character cut off before it.
        while (index < text.length() && width(text.codePointAt(index)) == 0) {
            index += Character.charCount(text.codePointAt(index));
        }
        return text.substring(index);
    }
}
