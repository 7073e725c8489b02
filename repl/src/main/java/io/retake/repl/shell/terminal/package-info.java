/** The terminal under the prompt: line editor, output above the line, questions, pictures. */
@NullMarked
package io.retake.repl.shell.terminal;

import org.jspecify.annotations.NullMarked;
