package io.retake.repl.view.timeline;

import io.retake.repl.view.Theme;

/**
 * What bars are drawn with: on a colour little is needed, without one a bar needs a line.
 *
 * @param left where a segment begins
 * @param fill where nothing else stands
 * @param right where it ends
 * @param one a segment of one cell
 * @param many several segments in one cell
 * @param before it began before what is seen
 * @param after it goes on after what is seen
 * @param blend where one becomes the next
 * @param tick a time on the ruler
 */
record Glyphs(
        String left,
        String fill,
        String right,
        String one,
        String many,
        String before,
        String after,
        String blend,
        String tick) {
    private static final Glyphs ON_COLOUR = new Glyphs("▏", " ", " ", "▏", "▒", "‹", "›", "╳", "╷");
    private static final Glyphs LINES = new Glyphs("├", "─", "┤", "│", "▒", "‹", "›", "╳", "╷");
    private static final Glyphs ASCII = new Glyphs("[", "-", "]", "|", "#", "<", ">", "x", "|");

    static Glyphs of(Theme theme) {
        return !theme.unicode() ? ASCII : theme.colour() ? ON_COLOUR : LINES;
    }
}
