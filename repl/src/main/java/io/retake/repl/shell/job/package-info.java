/** Jobs of the prompt, in the foreground and in the background, and how they are shown. */
@NullMarked
package io.retake.repl.shell.job;

import org.jspecify.annotations.NullMarked;
