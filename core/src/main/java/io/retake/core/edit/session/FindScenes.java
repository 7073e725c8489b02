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
        help = "Find the scenes, split the timeline between them, and number them for use as scene(2).",
        example = "scenes()",
        sentence = "Find the scenes")
public record FindScenes() implements Edit {}
