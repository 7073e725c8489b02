package io.retake.core.edit.session;

import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Verb;

/**
 * Finds the shots of the footage, cuts the timeline where they meet, and numbers them: from then on "scene 2" is that shot.
 * Nothing is removed, and a jump cut doesn't end a shot.
 */
@Verb(
        group = Group.LOOKING,
        name = "scenes",
        help =
                "Finds the shots, cuts the timeline where they meet, and numbers them: scene(2) is one of them from then on.",
        example = "scenes()",
        sentence = "Find the scenes")
public record FindScenes() implements Edit {}
