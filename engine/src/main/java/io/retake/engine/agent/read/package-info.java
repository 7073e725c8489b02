/**
 * Reads everyday English and Chinese: words and numbers, then times and ranges, then clauses. Every word of a clause must
 * have a place in it; a clause with a word left over is reported and never guessed at.
 */
@NullMarked
package io.retake.engine.agent.read;

import org.jspecify.annotations.NullMarked;
