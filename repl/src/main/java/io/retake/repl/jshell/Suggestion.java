package io.retake.repl.jshell;

/**
 * A completion at the cursor.
 *
 * @param anchor the index in the snippet at which it begins
 * @param text the text from there to the cursor once it is chosen
 * @param signature its signature; empty if it was not found in time
 */
public record Suggestion(int anchor, String text, String signature) {}
