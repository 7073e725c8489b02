/**
 * What is typed at a prompt, line after line: what a line is taken for, whether it is whole, and what becomes of it, as
 * events. A library: it knows no terminal.
 */
@NullMarked
package io.retake.dsl.prompt;

import org.jspecify.annotations.NullMarked;
