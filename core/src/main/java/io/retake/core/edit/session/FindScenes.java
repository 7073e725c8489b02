package io.retake.core.edit.session;

import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Verb;

/**
 * Detects the scenes of the footage, splits the timeline between them, and numbers them: from then on "scene 2" is that
 * scene. Removes nothing; a jump cut does not end a scene.
 */
@Verb(
        group = Group.LOOKING,
        name = "scenes",
        help = "Find the scenes, split the timeline between them, and number them for use as scene(2).",
        example = "scenes()",
        sentence = "Find the scenes")
public record FindScenes() implements Edit {}
