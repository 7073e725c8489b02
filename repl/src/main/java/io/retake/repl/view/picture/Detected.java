package io.retake.repl.view.picture;

/**
 * What a terminal answered. Whoever owns the terminal asks, with a limit on the time; nothing here does.
 *
 * @param kitty whether it answered the query of kitty's graphics protocol ({@code ESC _G i=1,a=q … ESC \}) with OK
 * @param sixel whether its device attributes ({@code ESC [ c}) have a 4
 * @param cellWidth pixels of a cell, from {@code ESC [ 16 t}; 0 when unknown
 * @param cellHeight pixels of a cell; 0 when unknown
 */
public record Detected(boolean kitty, boolean sixel, int cellWidth, int cellHeight) {
    /** It was not asked, or said nothing. */
    public static final Detected NOTHING = new Detected(false, false, 0, 0);

    /** What most fonts come to; a picture then is a little too large or small, but not distorted by much. */
    int width() {
        return cellWidth > 0 && cellHeight > 0 ? cellWidth : 8;
    }

    int height() {
        return cellWidth > 0 && cellHeight > 0 ? cellHeight : 16;
    }
}
