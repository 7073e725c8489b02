package io.retake.repl.view.picture;

/** Encodes sixels (DEC STD 070, chapter 9): bands of six rows, each drawn once per color in it. */
final class Sixel {
    private static final int COLORS = 256;
    private static final int BAND = 6;

    private Sixel() {}

    static String of(Pixels pixels) {
        Palette palette = Palette.of(pixels, COLORS);
        StringBuilder out = new StringBuilder("\u001bP0;1q\"1;1;" + pixels.width() + ";" + pixels.height());
        for (int i = 0; i < palette.size(); i++) {
            int color = palette.color(i);
            out.append('#').append(i).append(";2");
            for (int shift = 16; shift >= 0; shift -= 8) {
                out.append(';').append(((color >> shift & 0xff) * 100 + 127) / 255);
            }
        }
        for (int y = 0; y < pixels.height(); y += BAND) {
            band(out, pixels, y, palette);
        }
        return out.append("\u001b\\").toString();
    }

    private static void band(StringBuilder out, Pixels pixels, int top, Palette palette) {
        byte[][] bits = new byte[palette.size()][];
        for (int row = 0; row < BAND && top + row < pixels.height(); row++) {
            for (int x = 0; x < pixels.width(); x++) {
                int index = palette.index(pixels.at(x, top + row));
                if (bits[index] == null) {
                    bits[index] = new byte[pixels.width()];
                }
                bits[index][x] |= (byte) (1 << row);
            }
        }
        for (int i = 0; i < bits.length; i++) {
            if (bits[i] != null) {
                out.append('#').append(i);
                runs(out, bits[i]);
                out.append('$');
            }
        }
        out.append('-');
    }

    private static void runs(StringBuilder out, byte[] bits) {
        for (int x = 0; x < bits.length; ) {
            int end = x + 1;
            while (end < bits.length && bits[end] == bits[x]) {
                end++;
            }
            char sixel = (char) (63 + bits[x]);
            if (end - x > 3) {
                out.append('!').append(end - x).append(sixel);
            } else {
                out.append(String.valueOf(sixel).repeat(end - x));
            }
            x = end;
        }
    }
}
