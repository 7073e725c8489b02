package io.retake.repl.shell;

import io.retake.core.FileNames;
import io.retake.dsl.compile.Recipes;
import io.retake.dsl.problem.ScriptSource;
import io.retake.repl.arguments.ArgumentWords;
import io.retake.repl.arguments.CommandProblem;
import io.retake.repl.arguments.RunArguments;
import io.retake.repl.arguments.RunOption;
import io.retake.repl.arguments.RunRequest;
import io.retake.repl.message.ProgramMessages;
import io.retake.repl.shell.session.ShellSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The arguments of {@code /run} and {@code /open}: a script and its parameters, parsed as on the command line.
 *
 * @param script from a file, or the recipe of that name
 * @param parameters by name
 */
record ScriptArguments(ScriptSource script, Map<String, Object> parameters) {

    /**
     * Parses the arguments and reads the script.
     *
     * @throws io.retake.core.RetakeException if the arguments are wrong, or the script can't be read
     */
    static ScriptArguments of(ShellSession session, String command, String arguments) {
        List<String> words = ArgumentWords.of(arguments);
        RunRequest request = RunArguments.parse(words, word -> word.endsWith(".groovy"));
        if (request.script().isEmpty()) {
            throw new CommandProblem(
                    ProgramMessages.text("script.which"), ProgramMessages.text("script.which-advice", command));
        }
        if (!request.options().isEmpty() || request.backend().isPresent()) {
            String option = request.options().stream()
                    .findFirst()
                    .orElse(RunOption.BACKEND)
                    .longName();
            throw new CommandProblem(
                    ProgramMessages.text("script.run-option", command, option),
                    ProgramMessages.text("script.run-option-advice"));
        }
        return new ScriptArguments(source(session, request.script().get()), request.parameters());
    }

    private static ScriptSource source(ShellSession session, String name) {
        Path file = FileNames.in(session.folder(), name);
        if (Recipes.isName(name) && !Files.isRegularFile(file)) {
            return session.retake().recipe(name);
        }
        ScriptSource read = ScriptSource.file(file);
        return new ScriptSource(name, read.text(), read.file());
    }
}
