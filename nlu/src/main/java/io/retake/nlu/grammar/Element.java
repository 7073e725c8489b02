package io.retake.nlu.grammar;

/** One step of a pattern. */
sealed interface Element {
    /** A word as it is written. */
    record Literal(String word) implements Element {}

    /** Anything of a category. */
    record Nested(String category) implements Element {}
}
