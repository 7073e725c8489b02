/**
 * "Did you mean …?": what the parser of plain words makes of a message that the grammar can't read, as edits that are
 * possible on the timeline. Applies nothing.
 */
@NullMarked
package io.retake.engine.agent.offer;

import org.jspecify.annotations.NullMarked;
