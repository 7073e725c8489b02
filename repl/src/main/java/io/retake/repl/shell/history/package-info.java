/**
 * The history of this prompt and of others, with outcomes: saved in one file that several prompts write concurrently,
 * without secrets.
 */
@NullMarked
package io.retake.repl.shell.history;

import org.jspecify.annotations.NullMarked;
