package io.retake.dsl.check;

import java.util.List;

/**
 * What a script names in so many words, to be looked for before it runs. Immutable.
 *
 * @param files the files
 * @param uses the recipes
 * @param products the files that it makes itself, so that they need not be there yet
 * @param outputs the files that it names for exports
 * @param edits the sentences that it asks for
 */
public record ScriptLiterals(
        List<FileLiteral> files,
        List<UseLiteral> uses,
        KnownOutputs products,
        List<OutputLiteral> outputs,
        List<EditLiteral> edits) {
    public static final ScriptLiterals NONE =
            new ScriptLiterals(List.of(), List.of(), KnownOutputs.NONE, List.of(), List.of());

    public ScriptLiterals {
        files = List.copyOf(files);
        uses = List.copyOf(uses);
        outputs = List.copyOf(outputs);
        edits = List.copyOf(edits);
    }
}
