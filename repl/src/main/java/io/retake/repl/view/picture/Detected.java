package io.retake.repl.view.picture;

/**
 * What a terminal answered. Whoever owns the terminal asks, with a limit on the time; nothing here does.
 *
 * @param answered whether it said anything; what it does not claim then, it can't
 * @param kitty whether it answered the query of kitty's graphics protocol ({@code ESC _G i=31,a=q … ESC \}) with OK
 * @param sixel whether its device attributes ({@code ESC [ c}) have a 4
 * @param name what it calls itself ({@code ESC [ > q}), such as {@code iTerm2 3.5.0}; may be empty
 * @param cellWidth pixels of a cell, from {@code ESC [ 16 t}; 0 when unknown
 * @param cellHeight pixels of a cell; 0 when unknown
 */
public record Detected(boolean answered, boolean kitty, boolean sixel, String name, int cellWidth, int cellHeight) {
    /** It was not asked, or said nothing. */
    public static final Detected NOTHING = new Detected(false, false, false, "", 0, 0);

    /** What most fonts come to; a picture then is a little too large or small, but not distorted by much. */
    int width() {
        return cellWidth > 0 && cellHeight > 0 ? cellWidth : 8;
    }

    int height() {
        return cellWidth > 0 && cellHeight > 0 ? cellHeight : 16;
    }
}
