package io.retake.repl.view;

import java.util.ArrayList;
import java.util.List;

/** Wraps text between words, and between Chinese characters, which have no spaces between them. */
public final class Wrapped {
    private static final String NEVER_FIRST = "，。、；：！？）】》」』”’…·,.;:!?)]}";
    private static final String NEVER_LAST = "（【《「『“‘([{";

    private final List<String> lines = new ArrayList<>();
    private final int room;
    private final String indent;
    private StringBuilder line;
    private int used;
    private boolean begun;

    private Wrapped(String first, int columns, int indent) {
        this.room = Math.max(Math.max(indent, Columns.width(first)) + 8, columns);
        this.indent = " ".repeat(indent);
        this.line = new StringBuilder(first);
        this.used = Columns.width(first);
    }

    /**
     * Wraps a text into lines of at most that many columns, indented except the first. A word that is too long is
     * split.
     */
    public static List<String> lines(String text, int columns, int indent) {
        return lines("", text, columns, indent);
    }

    /**
     * Wraps a text after a fixed beginning.
     *
     * @param first the beginning of the first line; may be longer than the indent
     */
    public static List<String> lines(String first, String text, int columns, int indent) {
        Wrapped wrapped = new Wrapped(first, columns, indent);
        for (String word : text.split(" ", -1)) {
            boolean begins = true;
            for (String piece : pieces(word)) {
                wrapped.piece(piece, begins);
                begins = false;
            }
        }
        wrapped.lines.add(wrapped.line.toString());
        return wrapped.lines;
    }

    /**
     * Wraps a text beside a beginning, or below it where the beginning is longer than the indent.
     *
     * @param first the beginning, filled to the indent
     */
    public static List<String> beside(String first, String text, int columns, int indent) {
        if (Columns.width(first) <= indent) {
            return lines(first, text, columns, indent);
        }
        List<String> all = new ArrayList<>(lines("", first.stripTrailing(), columns, indent));
        all.addAll(lines(" ".repeat(indent), text, columns, indent));
        return all;
    }

    /** Splits a word where a line may end in it: beside a wide character, but not before a comma or after a bracket. */
    private static List<String> pieces(String word) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (int at = 1; at < word.length(); at++) {
            boolean wide = isWide(word.codePointBefore(at)) || isWide(word.codePointAt(at));
            boolean whole = !Character.isLowSurrogate(word.charAt(at));
            boolean apart = NEVER_FIRST.indexOf(word.charAt(at)) < 0 && NEVER_LAST.indexOf(word.charAt(at - 1)) < 0;
            if (wide && whole && apart) {
                pieces.add(word.substring(start, at));
                start = at;
            }
        }
        pieces.add(word.substring(start));
        return pieces;
    }

    private static boolean isWide(int character) {
        return Character.isIdeographic(character) || (NEVER_FIRST.indexOf(character) >= 0 && character > 0xff);
    }

    private void piece(String piece, boolean begins) {
        String rest = piece;
        int left = Columns.width(piece);
        String gap = begun && begins ? " " : "";
        if (begun && used + gap.length() + left > room) {
            next();
        } else {
            line.append(gap);
            used += gap.length();
        }
        while (used + left > room) {
            String head = Columns.start(rest, room - used);
            line.append(head);
            rest = rest.substring(head.length());
            left -= Columns.width(head);
            next();
        }
        line.append(rest);
        used += left;
        begun = true;
    }

    private void next() {
        lines.add(line.toString());
        line = new StringBuilder(indent);
        used = indent.length();
        begun = false;
    }
}
