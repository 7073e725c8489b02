package io.retake.engine.measure;

/**
 * How much detail there is at the finest scale, as a share of that at twice the scale: pictures that are sharp to the pixel
 * have some 0.8, enlarged and defocused ones little.
 *
 * @param value 0 or more
 */
public record Sharpness(double value) {
    /** Below this a network adds nothing that a filter doesn't: docs/adr/0018-upscale-with-a-network.md. */
    private static final double LEAST = 0.75;

    /** Whether a network has edges to go by. */
    public boolean isEnough() {
        return value >= LEAST;
    }
}
