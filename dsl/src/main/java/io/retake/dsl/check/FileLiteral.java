package io.retake.dsl.check;

/**
 * A file that a script names literally, so that it can be checked before anything runs.
 *
 * @param name the name in the script
 * @param verb the verb that needs it
 * @param line from 1
 * @param column from 1
 */
public record FileLiteral(String name, String verb, int line, int column) {}
