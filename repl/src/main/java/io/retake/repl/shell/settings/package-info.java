/** The settings of the prompt and the file that keeps them; independent of the terminal. */
@NullMarked
package io.retake.repl.shell.settings;

import org.jspecify.annotations.NullMarked;
