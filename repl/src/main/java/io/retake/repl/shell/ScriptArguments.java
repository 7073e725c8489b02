package io.retake.repl.shell;

import io.retake.core.FileNames;
import io.retake.dsl.compile.Recipes;
import io.retake.dsl.problem.ScriptSource;
import io.retake.repl.arguments.ArgumentWords;
import io.retake.repl.arguments.CommandProblem;
import io.retake.repl.arguments.RunArguments;
import io.retake.repl.arguments.RunOption;
import io.retake.repl.arguments.RunRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A script and its parameters, as {@code /run} and {@code /open} are given them: read as the command line reads them.
 *
 * @param script read, or the recipe of that name
 * @param parameters by name
 */
record ScriptArguments(ScriptSource script, Map<String, Object> parameters) {

    /**
     * Reads them.
     *
     * @throws io.retake.core.RetakeException when they are wrong, or the script can't be read
     */
    static ScriptArguments of(ShellContext desk, String command, String arguments) {
        List<String> words = ArgumentWords.of(arguments);
        RunRequest request = RunArguments.parse(words, word -> word.endsWith(".groovy"));
        if (request.script().isEmpty()) {
            throw new CommandProblem(
                    "which script?", "for example: /" + command + " film.groovy --input 'my clip.mp4'");
        }
        if (!request.options().isEmpty() || request.backend().isPresent()) {
            String option = request.options().stream()
                    .findFirst()
                    .orElse(RunOption.BACKEND)
                    .longName();
            throw new CommandProblem(
                    "/" + command + " takes the script's parameters, and " + option + " is an option of retake run",
                    "leave it out");
        }
        return new ScriptArguments(source(desk, request.script().get()), request.parameters());
    }

    private static ScriptSource source(ShellContext desk, String name) {
        Path file = FileNames.in(desk.folder(), name);
        if (Recipes.isName(name) && !Files.isRegularFile(file)) {
            return desk.place.retake().recipe(name);
        }
        ScriptSource read = ScriptSource.file(file);
        return new ScriptSource(name, read.text(), read.file());
    }
}
