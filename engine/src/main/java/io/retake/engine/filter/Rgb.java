package io.retake.engine.filter;

/** Filters that bring a picture of the canvas to RGB, where a channel can be changed by itself, and back. */
public final class Rgb {
    /** From BT.709 limited to planar RGB; ends with a comma. */
    public static final String TO_RGB =
            "zscale=matrixin=709:rangein=limited:primariesin=709:transferin=709:matrix=gbr:range=full:primaries=709:transfer=709,format=gbrp,";
    /** And back, saying so: FFmpeg would guess BT.601. Begins with a comma. */
    public static final String FROM_RGB = ",zscale=matrixin=gbr:rangein=full:primariesin=709:transferin=709"
            + ":matrix=709:range=limited:primaries=709:transfer=709,format=yuv420p";

    private Rgb() {}

    /** Returns the filter between both conversions. */
    public static String around(String filter) {
        return TO_RGB + filter + FROM_RGB;
    }
}
