/** The commands: parsing the command line, running the command, and the exit code. */
@NullMarked
package io.retake.repl.cli;

import org.jspecify.annotations.NullMarked;
