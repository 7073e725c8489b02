package io.retake.core.edit.object;

import io.retake.core.CoreMessages;
import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Targeted;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Place;
import io.retake.core.edit.value.Target;

/** Moves clips to another place in the order, and objects to another time. */
@Verb(
        group = Group.OBJECT,
        name = "move",
        help = "Move clips, a title, an overlay or the music to another place.",
        example = "move clip(1), to: 'last'",
        sentence = "Move {on} to {to}")
public record Move(
        @Arg(help = "what moves", positional = true) Target on,

        @Arg(help = "first, last, before or after a clip or an object, or a time")
        Place to)
        implements Edit, Targeted {
    /** Rejects a place beside itself. */
    public Move {
        if (to instanceof Place.Beside beside && beside.other().equals(on)) {
            throw new IllegalArgumentException(CoreMessages.text("move.itself"));
        }
    }
}
