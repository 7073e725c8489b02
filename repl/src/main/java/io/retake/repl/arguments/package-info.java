/**
 * The arguments of a run: one reading for the command line and for the prompt's {@code /run}. Knows neither files nor
 * scripts, and loads little: it is on the way of every start.
 */
@org.jspecify.annotations.NullMarked
package io.retake.repl.arguments;
