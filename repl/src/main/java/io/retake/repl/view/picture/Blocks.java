package io.retake.repl.view.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * Draws pictures with characters: an upper half block shows two pixels, one in the foreground color above one in the
 * background color.
 */
final class Blocks {
    private static final String RESET = "\u001b[0m";
    /** Levels of the 256-color palette: a cube of 6 x 6 x 6 from number 16 on, then 24 grays from 232 on. */
    private static final int[] LEVELS = {0, 95, 135, 175, 215, 255};

    private Blocks() {}

    /**
     * Returns a line per two rows of pixels; without half blocks a line per row.
     *
     * @param halves whether the half block character is available
     */
    static List<String> lines(Pixels pixels, boolean trueColor, boolean halves) {
        List<String> lines = new ArrayList<>();
        for (int y = 0; y < pixels.height(); y += halves ? 2 : 1) {
            StringBuilder line = new StringBuilder();
            String before = "";
            for (int x = 0; x < pixels.width(); x++) {
                int above = pixels.at(x, y);
                int below = pixels.at(x, Math.min(y + 1, pixels.height() - 1));
                String colors = halves
                        ? color(38, above, trueColor) + ";" + color(48, below, trueColor)
                        : color(48, above, trueColor);
                if (!colors.equals(before)) {
                    line.append("\u001b[").append(colors).append('m');
                    before = colors;
                }
                line.append(halves ? '▀' : ' ');
            }
            lines.add(line.append(RESET).toString());
        }
        return lines;
    }

    private static String color(int ground, int pixel, boolean trueColor) {
        return trueColor
                ? ground + ";2;" + (pixel >> 16 & 0xff) + ";" + (pixel >> 8 & 0xff) + ";" + (pixel & 0xff)
                : ground + ";5;" + nearest(pixel);
    }

    /** Returns the number of the nearest of the 256 colors, except the first 16, which users redefine. */
    static int nearest(int pixel) {
        int red = level(pixel >> 16 & 0xff);
        int green = level(pixel >> 8 & 0xff);
        int blue = level(pixel & 0xff);
        int cube = LEVELS[red] << 16 | LEVELS[green] << 8 | LEVELS[blue];
        int mean = ((pixel >> 16 & 0xff) + (pixel >> 8 & 0xff) + (pixel & 0xff)) / 3;
        int step = Math.max(0, Math.min(23, (mean - 3) / 10));
        int grey = (8 + 10 * step) * 0x010101;
        return distance(pixel, grey) < distance(pixel, cube) ? 232 + step : 16 + 36 * red + 6 * green + blue;
    }

    private static int level(int value) {
        int nearest = 0;
        for (int i = 1; i < LEVELS.length; i++) {
            if (Math.abs(LEVELS[i] - value) < Math.abs(LEVELS[nearest] - value)) {
                nearest = i;
            }
        }
        return nearest;
    }

    private static int distance(int one, int other) {
        int red = (one >> 16 & 0xff) - (other >> 16 & 0xff);
        int green = (one >> 8 & 0xff) - (other >> 8 & 0xff);
        int blue = (one & 0xff) - (other & 0xff);
        return red * red + green * green + blue * blue;
    }
}
