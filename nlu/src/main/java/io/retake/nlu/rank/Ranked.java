package io.retake.nlu.rank;

import io.retake.nlu.frame.Reading;

/**
 * A reading and how sure it is.
 *
 * @param reading the reading
 * @param probability 0 to 1: that it is what was meant
 */
public record Ranked(Reading reading, double probability) {}
