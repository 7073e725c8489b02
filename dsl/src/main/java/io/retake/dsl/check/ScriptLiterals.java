package io.retake.dsl.check;

import java.util.List;

/**
 * The names that a script contains literally, to be checked before it runs. Immutable.
 *
 * @param files the files
 * @param uses the recipes
 * @param products the files that it makes itself, which need not exist yet
 * @param outputs the files that it names for exports
 * @param edits the sentences of its edits
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
