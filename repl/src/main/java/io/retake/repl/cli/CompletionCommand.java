package io.retake.repl.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code retake completion bash}. */
@Command(
        name = "completion",
        description = "Print a shell completion script",
        footer = {
            "",
            "bash:  source <(retake completion bash)",
            "zsh:   source <(retake completion zsh)",
            "Add the line to ~/.bashrc or ~/.zshrc to make it permanent."
        })
final class CompletionCommand implements Callable<Integer> {
    private final ProcessEnvironment around;

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final CommonOptions usual = new CommonOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "SHELL", arity = "0..1", defaultValue = "bash", description = "${COMPLETION-CANDIDATES}")
    @SuppressWarnings("UnusedVariable") // both shells take the same script
    private Shell shell = Shell.bash;

    CompletionCommand(ProcessEnvironment around) {
        this.around = around;
    }

    /** The constants are named as the user types them. */
    enum Shell {
        bash,
        zsh
    }

    @Override
    public Integer call() {
        String script = AutoComplete.bash("retake", spec.root().commandLine());
        // Picocli's script sets up bashcompinit itself in zsh.
        around.out().print(script);
        return ExitCode.DONE.number();
    }
}
