package io.retake.repl.jshell;

/**
 * What can stand at the cursor.
 *
 * @param anchor where in the snippet it begins
 * @param text what stands there then, up to the cursor
 * @param signature what it is, as far as that was found out in time; empty otherwise
 */
public record Suggestion(int anchor, String text, String signature) {}
