/**
 * Parses everyday English and Chinese: words and numbers, then times and ranges, then clauses. A rule must account for
 * every word of a clause; a clause with an unexplained word is reported, and its meaning is never guessed.
 */
@NullMarked
package io.retake.engine.agent.read;

import org.jspecify.annotations.NullMarked;
