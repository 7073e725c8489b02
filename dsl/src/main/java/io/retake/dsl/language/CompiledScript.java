package io.retake.dsl.language;

import java.util.List;
import java.util.Map;

/**
 * A script that compiled without a problem: class files, and what is to be known without running them. Immutable.
 *
 * @param mainClass the name of the script's class
 * @param classes all its classes by name
 * @param description its doc text and parameters
 * @param files the files that it names in so many words
 * @param uses the recipes that it names in so many words
 * @param outputs the files that it names for exports
 * @param edits the sentences that it asks for in so many words
 */
record CompiledScript(
        String mainClass,
        Map<String, byte[]> classes,
        Description description,
        List<FileLiteral> files,
        List<UseLiteral> uses,
        List<OutputLiteral> outputs,
        List<EditLiteral> edits) {
    CompiledScript {
        classes = Map.copyOf(classes);
        files = List.copyOf(files);
        uses = List.copyOf(uses);
        outputs = List.copyOf(outputs);
        edits = List.copyOf(edits);
    }
}
