package io.retake.repl.cli;

import io.retake.repl.message.ProgramMessages;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code retake help}, {@code retake help run}, {@code retake help language}. */
@Command(name = "help", description = "Show help for a command, or for the topics 'language' and 'recipes'")
final class HelpCommand implements Callable<Integer> {
    private static final String LANGUAGE = "language";
    private static final String RECIPES = "recipes";
    private final ProcessEnvironment around;

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final CommonOptions usual = new CommonOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "COMMAND",
            description = "Command, or one of the topics language and recipes")
    private @Nullable String topic;

    HelpCommand(ProcessEnvironment around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        CommandLine root = spec.root().commandLine();
        String about = topic;
        if (LANGUAGE.equals(about)) {
            LanguageHelp.print(around.screen());
            return ExitCode.DONE.number();
        }
        if (RECIPES.equals(about)) {
            RecipesCommand.print(around);
            return ExitCode.DONE.number();
        }
        CommandLine command = about == null ? root : root.getSubcommands().get(about);
        if (command == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    ProgramMessages.text(
                            "help.unknown-command",
                            String.valueOf(about),
                            String.join(", ", root.getSubcommands().keySet())));
        }
        command.usage(around.out());
        return ExitCode.DONE.number();
    }
}
