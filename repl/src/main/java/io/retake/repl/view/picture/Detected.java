package io.retake.repl.view.picture;

/**
 * The capabilities that a terminal reported. The terminal's owner sends the queries, with a timeout.
 *
 * @param answered whether it answered; it then lacks what it doesn't claim
 * @param kitty whether it answered the query of kitty's graphics protocol ({@code ESC _G i=31,a=q … ESC \}) with OK
 * @param sixel whether its device attributes ({@code ESC [ c}) have a 4
 * @param name its own name ({@code ESC [ > q}), such as {@code iTerm2 3.5.0}; may be empty
 * @param cellWidth pixels of a cell, from {@code ESC [ 16 t}; 0 when unknown
 * @param cellHeight pixels of a cell; 0 when unknown
 */
public record Detected(boolean answered, boolean kitty, boolean sixel, String name, int cellWidth, int cellHeight) {
    /** Not queried, or no answer. */
    public static final Detected NOTHING = new Detected(false, false, false, "", 0, 0);

    /**
     * Returns the width of a cell; without an answer that of most fonts, which may scale a picture slightly but hardly
     * distorts it.
     */
    int width() {
        return cellWidth > 0 && cellHeight > 0 ? cellWidth : 8;
    }

    int height() {
        return cellWidth > 0 && cellHeight > 0 ? cellHeight : 16;
    }
}
