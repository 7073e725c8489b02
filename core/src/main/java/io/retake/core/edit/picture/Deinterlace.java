package io.retake.core.edit.picture;

import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Targeted;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Target;

/** Deinterlaces fields into whole frames. */
@Verb(
        group = Group.PICTURE,
        name = "deinterlace",
        help = "Convert interlaced fields to whole frames.",
        example = "deinterlace()",
        sentence = "Deinterlace the picture[ on {on}]")
public record Deinterlace(Target on) implements Edit, Targeted {}
