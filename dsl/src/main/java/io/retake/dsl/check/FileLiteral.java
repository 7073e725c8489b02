package io.retake.dsl.check;

/**
 * A file that a script names in so many words, so that it can be looked for before anything runs.
 *
 * @param name the name as written
 * @param verb the verb that wants it
 * @param line from 1
 * @param column from 1
 */
public record FileLiteral(String name, String verb, int line, int column) {}
