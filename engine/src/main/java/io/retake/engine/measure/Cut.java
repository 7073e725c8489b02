package io.retake.engine.measure;

import java.time.Duration;

/**
 * A hard cut in a medium.
 *
 * @param at where the first frame after it begins
 * @param jump how far the picture jumps: the mean difference of its pixels, 0 to 255, beyond what moves anyway
 * @param insideShot whether both sides show the same scene: a jump cut
 */
public record Cut(Duration at, double jump, boolean insideShot) {}
