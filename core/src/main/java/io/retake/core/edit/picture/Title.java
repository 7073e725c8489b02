package io.retake.core.edit.picture;

import io.retake.core.CoreMessages;
import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Timed;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Moment;
import io.retake.core.edit.value.Position;
import io.retake.core.edit.value.TitleStyle;

/** Shows text over the picture. */
@Verb(
        group = Group.TEXT,
        name = "title",
        help = "Show text over the picture.",
        example = "title 'Ada Lovelace', from: 1.s, to: 4.s, position: bottom",
        sentence = "Add the title {text}[ from {from} to {to}][ at the {position}][ in {style} style]")
public record Title(
        @Arg(help = "the text, in any script; a line break starts a new line", positional = true)
        String text,

        @Arg(help = "when it appears", byDefault = "the start")
        Moment from,

        @Arg(help = "when it disappears", byDefault = "the end")
        Moment to,

        @Arg(help = "where to place it", byDefault = "center")
        Position position,

        @Arg(help = "how to draw it", byDefault = "outline") TitleStyle style)
        implements Edit, Timed {
    /** Rejects an empty text. */
    public Title {
        if (text.isBlank()) {
            throw new IllegalArgumentException(CoreMessages.text("title.empty"));
        }
        Moment.requireOrder(from, to);
    }
}
