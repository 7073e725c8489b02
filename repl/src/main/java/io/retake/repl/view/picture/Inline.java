package io.retake.repl.view.picture;

import java.util.Base64;

/** Sends PNG files to terminals that decode them. */
final class Inline {
    /** Largest chunk of kitty's protocol, in bytes. */
    private static final int PIECE = 4096;

    private Inline() {}

    /**
     * Encodes for https://sw.kovidgoyal.net/kitty/graphics-protocol: display at once (a=T), no response (q=2), cursor
     * after the picture.
     */
    static String kitty(byte[] png, int columns, int rows) {
        String data = Base64.getEncoder().encodeToString(png);
        StringBuilder out = new StringBuilder();
        for (int from = 0; from < data.length(); from += PIECE) {
            int to = Math.min(data.length(), from + PIECE);
            out.append("\u001b_G");
            if (from == 0) {
                out.append("a=T,f=100,q=2,c=")
                        .append(columns)
                        .append(",r=")
                        .append(rows)
                        .append(',');
            }
            out.append("m=").append(to < data.length() ? 1 : 0).append(';');
            out.append(data, from, to).append("\u001b\\");
        }
        return out.toString();
    }

    /** Encodes for https://iterm2.com/documentation-images.html. */
    static String iterm2(byte[] png, int columns, int rows) {
        return "\u001b]1337;File=inline=1;size=" + png.length + ";width=" + columns + ";height=" + rows
                + ";preserveAspectRatio=0:" + Base64.getEncoder().encodeToString(png) + "\u0007";
    }
}
