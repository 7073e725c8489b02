package io.retake.engine.agent.read;

/**
 * A number as it was said.
 *
 * @param value the number
 * @param signed whether a plus or minus stood before it
 */
record Amount(double value, boolean signed) {}
