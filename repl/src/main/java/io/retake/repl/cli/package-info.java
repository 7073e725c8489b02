/** The commands: reading the command line, running what it asks for, and the exit code. */
@NullMarked
package io.retake.repl.cli;

import org.jspecify.annotations.NullMarked;
