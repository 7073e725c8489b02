/**
 * Java at the prompt: a JShell in this process, with the prompt's session bound by name. {@code jdk.jshell} compiles
 * and runs the input; it is not loaded before the first snippet.
 */
@NullMarked
package io.retake.repl.jshell;

import org.jspecify.annotations.NullMarked;
