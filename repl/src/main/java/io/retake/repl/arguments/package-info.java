/**
 * Parsing of the arguments of a run, shared by the command line and the prompt's {@code /run}. Independent of files and
 * scripts, and cheap to load: every start runs it.
 */
@org.jspecify.annotations.NullMarked
package io.retake.repl.arguments;
