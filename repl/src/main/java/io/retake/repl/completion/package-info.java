/**
 * Completion at the cursor, from known state and the line alone: it evaluates nothing and sends no request to a
 * backend.
 */
@NullMarked
package io.retake.repl.completion;

import org.jspecify.annotations.NullMarked;
