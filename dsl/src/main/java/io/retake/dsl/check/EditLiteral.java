package io.retake.dsl.check;

/**
 * A sentence that a script asks for in so many words, so that it can be looked at before anything runs.
 *
 * @param sentence as written
 * @param line from 1
 * @param column from 1
 */
public record EditLiteral(String sentence, int line, int column) {}
