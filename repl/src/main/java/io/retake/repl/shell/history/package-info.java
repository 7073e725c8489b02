/**
 * What was typed at this prompt and at others, with what became of it: kept in one file that several prompts write at the
 * same time, without what is secret.
 */
@NullMarked
package io.retake.repl.shell.history;

import org.jspecify.annotations.NullMarked;
