package io.retake.repl.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code retake} alone: a short help, since there is no prompt yet. */
@Command(
        name = "retake",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Short.class,
        header = "Scripted video editing: what should happen to footage, written down and run again.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {"", "The interactive prompt is not part of this version; scripts are run with 'retake run'."})
final class RootCommand implements Callable<Integer> {
    private final Surroundings around;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    RootCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        CommandLine line = spec.commandLine();
        line.usage(around.out());
        return ExitCode.DONE.number();
    }
}
