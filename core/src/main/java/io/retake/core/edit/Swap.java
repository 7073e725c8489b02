package io.retake.core.edit;

/** Exchanges two clips. */
@Verb(
        group = Group.ORDER,
        name = "swap",
        help = "Exchanges two clips.",
        example = "swap 1, with: 3",
        sentence = "Swap clip {first} with clip {with}")
public record Swap(
        @Arg(help = "a clip, counted from 1", positional = true)
        int first,

        @Arg(help = "the other clip") int with) implements Edit {
    /** Refuses clips below 1 and a clip with itself. */
    public Swap {
        if (first < 1 || with < 1 || first == with) {
            throw new IllegalArgumentException("swap needs two clips, counted from 1, such as swap 1, with: 3");
        }
    }
}
