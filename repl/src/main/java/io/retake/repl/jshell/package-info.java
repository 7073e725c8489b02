/**
 * Java at the prompt: a JShell in this process, with the prompt's session bound by name. What is typed is compiled and run
 * by {@code jdk.jshell}; nothing of that is loaded before the first snippet.
 */
@NullMarked
package io.retake.repl.jshell;

import org.jspecify.annotations.NullMarked;
