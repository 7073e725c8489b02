package io.retake.engine.filter;

/**
 * How numbers of a picture become colors, in the names of FFmpeg's {@code zscale}.
 *
 * @param range {@code limited} or {@code full}
 */
public record ColorSpace(String matrix, String range, String primaries, String transfer) {
    /** Every picture of the canvas. */
    public static final ColorSpace BT709 = new ColorSpace("709", "limited", "709", "709");

    /** RGB with the primaries and the transfer of BT.709. */
    public static final ColorSpace RGB = new ColorSpace("gbr", "full", "709", "709");

    /** Returns a {@code zscale} that takes its input for this. */
    public Filter in(Filter zscale) {
        return zscale.with("matrixin", matrix)
                .with("rangein", range)
                .with("primariesin", primaries)
                .with("transferin", transfer);
    }

    /** Returns a {@code zscale} that converts to this. */
    public Filter out(Filter zscale) {
        return zscale.with("matrix", matrix)
                .with("range", range)
                .with("primaries", primaries)
                .with("transfer", transfer);
    }

    /** Returns the {@code zscale} from this to another one. */
    public Filter to(ColorSpace other) {
        return other.out(in(Filter.of("zscale")));
    }
}
