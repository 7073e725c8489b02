package io.retake.nlu.grammar;

import java.util.List;

/**
 * One way to say something of a category.
 *
 * @param category what it says
 * @param meaning its value: a constant, or what a builder makes of the nested values
 * @param pattern its words, in order; never empty
 */
record Rule(String category, Meaning meaning, List<Element> pattern) {
    Rule {
        pattern = List.copyOf(pattern);
    }
}
