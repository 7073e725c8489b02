package io.retake.core.edit.arrange;

import io.retake.core.CoreMessages;
import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Target;

/** Exchanges two clips, or two scenes. */
@Verb(
        group = Group.ORDER,
        name = "swap",
        help = "Swap two clips or two scenes.",
        example = "swap 1, with: 3",
        sentence = "Swap {first} with {with}")
public record Swap(
        @Arg(help = "a clip, counted from 1, or a scene: scene(1)", positional = true)
        Target.Piece first,

        @Arg(help = "the other clip, or the other scene") Target.Piece with)
        implements Edit {
    /** Rejects swapping a clip with itself, and a clip with a scene. */
    public Swap {
        if (first.equals(with) || first.getClass() != with.getClass()) {
            throw new IllegalArgumentException(CoreMessages.text("swap.different"));
        }
    }
}
