/**
 * What can stand where the cursor is. Everything is known beforehand or read off the line: nothing is evaluated here, and
 * no backend is asked.
 */
@NullMarked
package io.retake.repl.completion;

import org.jspecify.annotations.NullMarked;
