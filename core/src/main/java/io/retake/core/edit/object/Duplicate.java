package io.retake.core.edit.object;

import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Targeted;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Target;

/** Puts a copy behind a clip, a title or an overlay. */
@Verb(
        group = Group.OBJECT,
        name = "duplicate",
        help = "Put a copy behind a clip, a title or an overlay.",
        example = "duplicate clip(1)",
        sentence = "Duplicate {on}")
public record Duplicate(
        @Arg(help = "what is copied", positional = true) Target on) implements Edit, Targeted {}
