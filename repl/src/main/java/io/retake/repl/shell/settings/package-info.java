/** What a person has set: each setting declared once, kept in a small file. Nothing here knows the terminal. */
@NullMarked
package io.retake.repl.shell.settings;

import org.jspecify.annotations.NullMarked;
