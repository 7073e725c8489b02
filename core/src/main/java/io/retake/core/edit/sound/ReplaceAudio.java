package io.retake.core.edit.sound;

import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Names;
import io.retake.core.edit.Verb;

/** Replaces the footage's own sound with that of a file. */
@Verb(
        group = Group.SOUND,
        name = "replaceAudio",
        help = "Replace the footage's sound with the sound of a file.",
        example = "replaceAudio 'voice.wav'",
        sentence = "Replace the sound with {file}")
public record ReplaceAudio(
        @Arg(help = "the file, uploaded to the session", file = true, positional = true)
        String file) implements Edit {
    /** Rejects an empty name. */
    public ReplaceAudio {
        Names.require("replaceAudio", file);
    }
}
