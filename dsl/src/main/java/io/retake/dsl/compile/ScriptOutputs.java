package io.retake.dsl.compile;

import io.retake.dsl.check.FileLiteral;
import io.retake.dsl.check.OutputLiteral;
import io.retake.dsl.check.UseLiteral;
import io.retake.dsl.parameter.MediaFiles;
import io.retake.dsl.problem.InvalidScript;
import io.retake.dsl.problem.ScriptSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Collects the known outputs of a script and of the recipes that it uses by literal names. */
final class ScriptOutputs {
    private final Recipes recipes;
    private final Function<ScriptSource, CompiledScript> compiled;
    private final Path workingFolder;
    private final List<NamedOutput> outputs = new ArrayList<>();
    private final Set<Path> seen = new HashSet<>();

    ScriptOutputs(Recipes recipes, Function<ScriptSource, CompiledScript> compiled, Path workingFolder) {
        this.recipes = recipes;
        this.compiled = compiled;
        this.workingFolder = workingFolder;
    }

    List<NamedOutput> of(CompiledScript script, ScriptSource source, Map<String, ?> values) {
        take(script, source, values);
        return outputs;
    }

    private void take(CompiledScript script, ScriptSource source, Map<String, ?> values) {
        for (OutputLiteral output : script.outputs()) {
            output.name(values)
                    .ifPresent(name -> outputs.add(new NamedOutput(
                            source,
                            name,
                            output.extension(),
                            output.replace(),
                            uploadedBefore(output, script, source),
                            output.line(),
                            output.column())));
        }
        for (UseLiteral use : script.uses()) {
            recipes.find(use.name(), source.file().map(Path::getParent)).ifPresent(this::takeRecipe);
        }
    }

    private void takeRecipe(Path file) {
        if (seen.add(file.toAbsolutePath().normalize())) {
            try {
                ScriptSource source = ScriptSource.file(file);
                take(compiled.apply(source), source, Map.of());
            } catch (InvalidScript told) {
                return; // reported by the check of the use
            }
        }
    }

    private List<Path> uploadedBefore(OutputLiteral output, CompiledScript script, ScriptSource source) {
        MediaFiles files = new MediaFiles(source, workingFolder);
        return script.files().stream()
                .filter(file -> file.verb().equals("upload") && isBefore(file, output))
                .map(file -> files.find(file.name()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static boolean isBefore(FileLiteral file, OutputLiteral output) {
        return file.line() < output.line() || (file.line() == output.line() && file.column() < output.column());
    }
}
