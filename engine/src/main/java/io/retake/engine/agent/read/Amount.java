package io.retake.engine.agent.read;

/**
 * A number in a message.
 *
 * @param value the number
 * @param signed whether a plus or minus precedes it
 */
record Amount(double value, boolean signed) {}
