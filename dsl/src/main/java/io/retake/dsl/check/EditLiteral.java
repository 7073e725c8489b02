package io.retake.dsl.check;

/**
 * A sentence that a script contains literally, so that it can be checked before anything runs.
 *
 * @param sentence the text of the sentence
 * @param line from 1
 * @param column from 1
 */
public record EditLiteral(String sentence, int line, int column) {}
