package io.retake.core.edit;

/** Takes the sound of a file instead of the footage's own. */
@Verb(
        group = Group.SOUND,
        name = "replaceAudio",
        help = "Takes the sound of a file instead of the footage's own.",
        example = "replaceAudio 'voice.wav'",
        sentence = "Replace the sound with {file}")
public record ReplaceAudio(
        @Arg(help = "the file, uploaded to the session", file = true, positional = true)
        String file) implements Edit {
    /** Refuses an empty name. */
    public ReplaceAudio {
        Names.require("replaceAudio", file);
    }
}
