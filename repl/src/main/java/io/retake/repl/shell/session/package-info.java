/** The session of the prompt: its backend, its evaluator, and the last known state. */
@NullMarked
package io.retake.repl.shell.session;

import org.jspecify.annotations.NullMarked;
