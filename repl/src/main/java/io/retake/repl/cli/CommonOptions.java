package io.retake.repl.cli;

import picocli.CommandLine.Option;

/** Options of every command except {@code run}, which has its own, since a script has help too. */
@SuppressWarnings("UnusedVariable") // picocli reads them
final class CommonOptions {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help")
    private boolean help;

    @Option(names = Failures.TRACE, description = "Print stack traces for failures")
    private boolean trace;
}
