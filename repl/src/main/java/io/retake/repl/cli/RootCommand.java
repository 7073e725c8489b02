package io.retake.repl.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code retake} with nothing to do and nobody to ask: a short help. On a terminal it is the prompt. */
@Command(
        name = "retake",
        versionProvider = VersionCommand.OneLine.class,
        header = "Scripted video editing: what should happen to footage, written down and run again.%n",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {"", "Alone, on a terminal, it is a prompt; with lines from elsewhere, it does those lines."})
final class RootCommand implements Callable<Integer> {
    static final String NO_INIT = "--no-init";
    static final String LENIENT = "--lenient";

    private final Surroundings around;

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final UsualOptions usual = new UsualOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Says which version this is.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean version;

    @Option(
            names = NO_INIT,
            description = "Alone: opens the prompt without what ~/.config/retake/init.groovy declares.")
    @SuppressWarnings("UnusedVariable") // alone it never comes here
    private boolean withoutInit;

    @Option(names = LENIENT, description = "Alone: goes on, with a warning, when a part of an edit is not done.")
    @SuppressWarnings("UnusedVariable") // alone it never comes here
    private boolean lenient;

    RootCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(around.out());
        return ExitCode.DONE.number();
    }
}
