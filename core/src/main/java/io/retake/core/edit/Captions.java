package io.retake.core.edit;

/** Shows the captions of a subtitle file. */
@Verb(
        name = "captions",
        help = "Shows the captions of a subtitle file.",
        example = "captions 'talk.srt'",
        sentence = "Add the captions {file}")
public record Captions(
        @Arg(help = "an .srt or .vtt file, uploaded to the session", positional = true)
        String file) implements Edit {
    /** Refuses an empty name. */
    public Captions {
        Names.require("captions", file);
    }
}
