package io.retake.repl.view.picture;

import io.retake.repl.message.ProgramMessages;
import io.retake.repl.view.Theme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A movie in memory, drawn with characters. Immutable and thread-safe. */
public final class Movie {
    private static final String SHADES = " .:-=+*#%@";
    private final List<Pixels> pictures = new ArrayList<>();
    private final List<Duration> ends = new ArrayList<>();

    private Movie(List<Gif.GifFrame> shown) {
        Duration end = Duration.ZERO;
        for (Gif.GifFrame one : shown) {
            end = end.plus(one.time());
            pictures.add(one.picture());
            ends.add(end);
        }
    }

    /**
     * Reads an animated GIF.
     *
     * @throws PictureException if it has no frames or can't be decoded
     */
    public static Movie read(byte[] gif) {
        List<Gif.GifFrame> shown = Gif.read(gif);
        if (shown.isEmpty()) {
            throw new PictureException(ProgramMessages.text("picture.gif-empty"), null);
        }
        return new Movie(shown);
    }

    /** Returns its length. */
    public Duration length() {
        return ends.get(ends.size() - 1);
    }

    /** Returns the index of the frame at a time, from 0; the last one after the end. */
    public int index(Duration at) {
        int index = 0;
        while (index < ends.size() - 1 && ends.get(index).compareTo(at) <= 0) {
            index++;
        }
        return index;
    }

    /** Returns the end time of a frame. */
    public Duration until(int index) {
        return ends.get(index);
    }

    /**
     * Draws a frame as lines, as large as fits while keeping its aspect ratio.
     *
     * @param graphics how to write colors; {@link Graphics#NONE} draws shades of characters
     */
    public List<String> lines(int index, Graphics graphics, Theme theme, int columns, int rows) {
        Pixels picture = pictures.get(index);
        boolean coloured = theme.colour() && graphics != Graphics.NONE;
        int down = coloured && theme.unicode() ? 2 : 1;
        double shape = 2.0 * picture.width() / picture.height();
        int wide = Math.max(1, Math.min(columns, (int) Math.round(rows * shape)));
        int high = Math.max(1, Math.min(rows, (int) Math.round(wide / shape)));
        Pixels fitted = picture.scaled(wide, high * down);
        return coloured ? Blocks.lines(fitted, graphics != Graphics.BLOCKS_256, theme.unicode()) : shades(fitted);
    }

    private static List<String> shades(Pixels pixels) {
        List<String> lines = new ArrayList<>();
        for (int y = 0; y < pixels.height(); y++) {
            StringBuilder line = new StringBuilder();
            for (int x = 0; x < pixels.width(); x++) {
                int pixel = pixels.at(x, y);
                int light = 299 * (pixel >> 16 & 0xff) + 587 * (pixel >> 8 & 0xff) + 114 * (pixel & 0xff);
                line.append(SHADES.charAt(Math.min(SHADES.length() - 1, light * SHADES.length() / 255_000)));
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
