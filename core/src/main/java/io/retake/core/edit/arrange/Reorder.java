package io.retake.core.edit.arrange;

import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Order;

/** Reorders the clips; removes clips that are not named. */
@Verb(
        group = Group.ORDER,
        name = "reorder",
        help = "Reorder the clips; clips that are not named are removed.",
        example = "reorder '3, 1, 2'",
        sentence = "Reorder the clips to {order}")
public record Reorder(
        @Arg(
                help =
                        "the clips, counted from 1, in their new order; or scenes: scenes 3, 1, 2; or one of them at another place: scene 3 first, scene 3 last, scene 3 before scene 1; or: reversed, shortest first, longest first, quietest first, loudest first",
                positional = true)
        Order order)
        implements Edit {}
