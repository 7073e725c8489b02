package io.retake.core.edit.picture;

import io.retake.core.CoreMessages;
import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Names;
import io.retake.core.edit.Timed;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Moment;
import io.retake.core.edit.value.Position;
import io.retake.core.edit.value.Share;

/** Overlays a picture or a film. */
@Verb(
        group = Group.FRAME,
        name = "overlay",
        help = "Overlay an image or a video.",
        example = "overlay 'logo.png', position: top, size: 20.percent",
        sentence = "Overlay {file}[ from {from} to {to}][ at the {position}][ at {size} of the width]")
public record Overlay(
        @Arg(help = "the file, uploaded to the session", file = true, positional = true)
        String file,

        Moment from,
        Moment to,

        @Arg(help = "where it stands", byDefault = "top right")
        Position position,

        @Arg(help = "its width, relative to the picture's", byDefault = "25%")
        Share size)
        implements Edit, Timed {
    /** Rejects an empty name, a size of zero and an empty range. */
    public Overlay {
        Names.require("overlay", file);
        if (size.percent() < 1) {
            throw new IllegalArgumentException(CoreMessages.text("overlay.too-narrow"));
        }
        Moment.requireOrder(from, to);
    }
}
