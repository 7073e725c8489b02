package io.retake.core.edit.session;

import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Targeted;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Target;

/** Measures possible faults: sync, jump cuts, shake, frame rate, color matrix, rotation, clipping, silence. */
@Verb(
        group = Group.LOOKING,
        name = "diagnose",
        help =
                "Measure what may be wrong: sync, jump cuts, shake, frame rate, color matrix, rotation, clipping, silence.",
        example = "diagnose()",
        sentence = "Diagnose the footage[ on {on}]")
public record Diagnose(Target on) implements Edit, Targeted {}
