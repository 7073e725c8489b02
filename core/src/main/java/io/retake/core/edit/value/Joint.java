package io.retake.core.edit.value;

/** Where clips meet. */
public sealed interface Joint {

    /** Every place where two clips meet. */
    Joint ALL = new All();

    /** Every place where two clips meet. */
    record All() implements Joint {}

    /** Where one clip meets the next; counted from 1. */
    record Between(int first, int second) implements Joint {
        /** Refuses clips that are not neighbours. */
        public Between {
            if (first < 1 || second != first + 1) {
                throw new IllegalArgumentException(
                        "a transition joins neighbours, such as between: [1, 2], not " + first + " and " + second);
            }
        }
    }
}
