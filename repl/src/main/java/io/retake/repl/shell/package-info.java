/**
 * The prompt: reads lines, runs commands and manages jobs. {@code io.retake.dsl.prompt} evaluates statements and sentences,
 * {@code io.retake.repl.view} formats the output.
 */
@NullMarked
package io.retake.repl.shell;

import org.jspecify.annotations.NullMarked;
