package io.retake.nlu.grammar;

/**
 * A stretch of a message and what it says.
 *
 * @param from the index of its first word
 * @param to the index behind its last word
 * @param category what kind of thing it says
 * @param value its value; the category's name for a word without one
 * @param cost how far it is from what is written: 1 for each misspelt word
 */
public record Edge(int from, int to, String category, Object value, double cost) {}
