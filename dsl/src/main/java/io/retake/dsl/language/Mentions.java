package io.retake.dsl.language;

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
record Mentions(
        List<FileLiteral> files,
        List<UseLiteral> uses,
        Products products,
        List<OutputLiteral> outputs,
        List<EditLiteral> edits) {
    static final Mentions NONE = new Mentions(List.of(), List.of(), Products.NONE, List.of(), List.of());

    Mentions {
        files = List.copyOf(files);
        uses = List.copyOf(uses);
        outputs = List.copyOf(outputs);
        edits = List.copyOf(edits);
    }
}
