package io.retake.repl.cli;

import io.retake.core.protocol.MediaType;
import io.retake.dsl.Retake;
import io.retake.dsl.compile.Recipes;
import io.retake.dsl.parameter.Description;
import io.retake.repl.arguments.ArgumentProblem;
import io.retake.repl.arguments.RunArguments;
import io.retake.repl.arguments.RunOption;
import io.retake.repl.arguments.RunRequest;
import io.retake.repl.message.ProgramMessages;
import io.retake.repl.view.ParameterView;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code retake run}. It parses its arguments without picocli, whose class files are too old for the JVM's class
 * archive: loading them costs as much as all the rest of the start. Picocli knows this command through {@link
 * RunUsage}.
 */
final class RunCommand {
    static final String NAME = "run";
    private final ProcessEnvironment around;

    RunCommand(ProcessEnvironment around) {
        this.around = around;
    }

    /** Returns the arguments of this command, including common options before it; empty for another command. */
    static Optional<List<String>> arguments(List<String> all) {
        int command = 0;
        while (command < all.size() && isForEvery(all.get(command))) {
            command++;
        }
        if (command >= all.size() || !all.get(command).equals(NAME)) {
            return Optional.empty();
        }
        List<String> own = new ArrayList<>(all.subList(command + 1, all.size()));
        all.subList(0, command).stream()
                .filter(option -> !option.equals(RootCommand.NO_INIT))
                .forEach(option -> own.add(0, option));
        return Optional.of(own);
    }

    private static boolean isForEvery(String word) {
        return List.of(Failures.TRACE, RootCommand.NO_INIT, RootCommand.LENIENT).contains(word);
    }

    /** Runs the command. Returns the exit code; throws nothing. */
    int run(List<String> arguments) {
        boolean json = RunArguments.has(RunOption.JSON, arguments);
        boolean trace = RunArguments.has(RunOption.TRACE, arguments);
        try {
            RunRequest request = RunArguments.parse(arguments, this::isScript);
            return request.has(RunOption.HELP) ? help(request) : run(request);
        } catch (ArgumentProblem wrong) {
            CommandFailure failure = new CommandFailure(ExitCode.WRONG, wrong.getMessage(), wrong.advice(), wrong);
            return Failures.show(around, failure, trace, json);
        } catch (InterruptedException | RuntimeException failure) {
            return Failures.show(around, failure, trace, json);
        }
    }

    private int run(RunRequest request) throws InterruptedException {
        if (request.script().isEmpty()) {
            throw new CommandFailure(
                    ExitCode.WRONG,
                    ProgramMessages.text("run.no-script"),
                    ProgramMessages.text("run.no-script-advice"),
                    null);
        }
        WarmUp.prepare();
        return new RunExecution(around).run(request);
    }

    /** Whether a word that may also be a parameter's value can be the script. */
    private boolean isScript(String word) {
        if (word.endsWith(".groovy") || word.equals(RunExecution.STANDARD_INPUT)) {
            return true;
        }
        if (MediaType.ofName(word).isEmpty() && Files.isRegularFile(around.path(word))) {
            return true;
        }
        if (!Recipes.isName(word)) {
            return false;
        }
        try (Retake retake = RunExecution.builder(around).build()) {
            return retake.recipes().stream().anyMatch(recipe -> recipe.name().equals(word));
        }
    }

    private int help(RunRequest request) {
        if (request.script().isEmpty()) {
            return CommandLineTool.run(around, "help", NAME);
        }
        String script = request.script().get();
        try (Retake retake = RunExecution.builder(around).build()) {
            Description description = retake.describe(RunExecution.source(around, retake, script));
            new ParameterView(around.screen()).show("retake run " + script, description);
            return ExitCode.DONE.number();
        }
    }
}
