package io.retake.core.edit;

/** Takes hiss and hum out from under speech. */
@Verb(
        group = Group.SOUND,
        name = "denoiseAudio",
        help = "Takes hiss and hum out from under speech.",
        example = "denoiseAudio()",
        sentence = "Denoise the sound[ {strength}][ on {on}]")
public record DenoiseAudio(
        @Arg(help = "how much", byDefault = "medium", positional = true)
        Strength strength,

        @Arg(help = "what it applies to", byDefault = "everything")
        Target on)
        implements Edit, Targeted {}
