package io.retake.repl.cli;

import io.retake.repl.arguments.RunOption;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Describes {@link RunCommand} to picocli for help and completion. Built from the same options; never executed. */
final class RunUsage {
    private RunUsage() {}

    static CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name(RunCommand.NAME);
        spec.usageMessage()
                .description("Run a script or a recipe")
                .customSynopsis(
                        "retake run SCRIPT [--PARAMETER VALUE]... [OPTION]...", "       retake run SCRIPT --help")
                .footer(
                        "",
                        "Options, parameters and the script can be in any order. A file named here is",
                        "relative to the working folder; a file named in the script, to the script's folder.",
                        "A list parameter can be given several times. Only a flag can have no value.",
                        "",
                        "Script output and the paths of exported files go to standard output, everything",
                        "else to standard error.",
                        "Exit codes: 0 success, 1 run failed, 2 error in the script or the command line,",
                        "3 refused by the backend (credits, plan, token), 130 interrupted.");
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("0..1")
                .paramLabel("SCRIPT")
                .type(String.class)
                .description("Script file, recipe name ('retake recipes' lists them), or - for standard input."
                        + " Pass its parameters as --name value; --help lists them.")
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
