/**
 * The history of this prompt and of others, with outcomes and without secrets, in one file that several prompts write at
 * the same time.
 */
@NullMarked
package io.retake.repl.shell.history;

import org.jspecify.annotations.NullMarked;
