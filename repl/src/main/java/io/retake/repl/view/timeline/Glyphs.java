package io.retake.repl.view.timeline;

import io.retake.repl.view.Theme;

/**
 * The characters of bars: few on a colored background, lines without color.
 *
 * @param left the start of a segment
 * @param fill the rest of a segment
 * @param right the end of a segment
 * @param one a segment of one cell
 * @param many several segments in one cell
 * @param before the start of a segment that begins before the window
 * @param after the end of a segment that continues after the window
 * @param blend a transition
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
