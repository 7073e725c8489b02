/**
 * The prompt: reads lines, runs them and shows the results. {@code io.retake.dsl.prompt} evaluates them; {@code
 * io.retake.repl.view} formats the output.
 */
@NullMarked
package io.retake.repl.shell;

import org.jspecify.annotations.NullMarked;
