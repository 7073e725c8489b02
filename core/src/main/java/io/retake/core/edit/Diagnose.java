package io.retake.core.edit;

/** Measures what may be wrong: sync, jump cuts, shake, frame rate, colour matrix, rotation, clipping, silence. */
@Verb(
        group = Group.LOOKING,
        name = "diagnose",
        help =
                "Measures what may be wrong: sync, jump cuts, shake, frame rate, colour matrix, rotation, clipping, silence.",
        example = "diagnose()",
        sentence = "Diagnose the footage[ on {on}]")
public record Diagnose(
        @Arg(help = "what it applies to", byDefault = "everything")
        Target on) implements Edit, Targeted {}
