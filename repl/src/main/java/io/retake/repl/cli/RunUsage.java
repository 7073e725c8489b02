package io.retake.repl.cli;

import io.retake.repl.arguments.RunOption;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What help and completion know of {@link RunCommand}: made of the same options, and never executed. */
final class RunUsage {
    private RunUsage() {}

    static CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name(RunCommand.NAME);
        spec.usageMessage()
                .description("Runs a script, or a recipe by its name.")
                .customSynopsis(
                        "retake run SCRIPT [--PARAMETER VALUE]... [OPTION]...", "       retake run SCRIPT --help")
                .footer(
                        "",
                        "Options, parameters and the script may stand in any order. A file named here",
                        "belongs to the working folder, one that the script names to the script's own.",
                        "A list may be given several times; only a flag may stand without a value.",
                        "",
                        "What the script prints and the files it makes go to standard output, all else",
                        "to standard error.",
                        "Exit codes: 0 done, 1 the run failed, 2 the script or the command line is wrong,",
                        "3 the backend refused (credits, plan, token), 130 interrupted.");
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("0..1")
                .paramLabel("SCRIPT")
                .type(String.class)
                .description(
                        "The script, the name of a recipe ('retake recipes'), or - for a script from standard input."
                                + " Its own parameters are given as --name value; with --help they are listed.")
                .build());
        for (RunOption option : RunOption.values()) {
            spec.addOption(option(option));
        }
        return spec;
    }

    private static OptionSpec option(RunOption option) {
        OptionSpec.Builder spec =
                OptionSpec.builder(option.names().toArray(new String[0])).description(option.help());
        if (!option.value().isEmpty()) {
            spec.type(String.class).arity("1").paramLabel(option.value());
        }
        return spec.build();
    }
}
