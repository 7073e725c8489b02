/** The user's settings: each declared once, saved in a small file. Independent of the terminal. */
@NullMarked
package io.retake.repl.shell.settings;

import org.jspecify.annotations.NullMarked;
