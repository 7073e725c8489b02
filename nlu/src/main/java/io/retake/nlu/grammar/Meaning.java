package io.retake.nlu.grammar;

/** The value of a rule. */
sealed interface Meaning {
    /** Always the same text. */
    record Constant(String text) implements Meaning {}

    /** The value that a builder returns for the nested values. */
    record Built(String builder) implements Meaning {}
}
