package io.retake.repl.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code retake} without a command, terminal or input: prints a short help. On a terminal the prompt opens instead. */
@Command(
        name = "retake",
        versionProvider = VersionCommand.VersionLine.class,
        header = "Edit video with scripts, and run them again on new footage.%n",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Without a command, Retake opens the prompt, or runs the lines on standard input if that is not a terminal."
        })
final class RootCommand implements Callable<Integer> {
    static final String NO_INIT = "--no-init";
    static final String LENIENT = "--lenient";

    private final ProcessEnvironment around;

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final CommonOptions usual = new CommonOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Print version information")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean version;

    @Option(names = NO_INIT, description = "Open the prompt without running ~/.config/retake/init.groovy")
    @SuppressWarnings("UnusedVariable") // alone it never comes here
    private boolean withoutInit;

    @Option(
            names = LENIENT,
            description =
                    "At the prompt or for lines on standard input: warn and continue if part of an edit is not done")
    @SuppressWarnings("UnusedVariable") // alone it never comes here
    private boolean lenient;

    RootCommand(ProcessEnvironment around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(around.out());
        return ExitCode.DONE.number();
    }
}
