package io.retake.repl.cli;

import io.retake.repl.arguments.RunOption;
import io.retake.repl.message.ProgramMessages;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Describes {@link RunCommand} to picocli for help and completion. Built from the same options; never executed. */
final class RunUsage {
    private RunUsage() {}

    static CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name(RunCommand.NAME);
        spec.usageMessage()
                .description(ProgramMessages.text("run.help"))
                .synopsisHeading(ProgramMessages.text("parameter.usage"))
                .customSynopsis(
                        "retake run SCRIPT [--PARAMETER VALUE]... [OPTION]...",
                        ProgramMessages.text("run.help-synopsis"))
                .footer(
                        "",
                        ProgramMessages.text("run.help-order"),
                        ProgramMessages.text("run.help-relative"),
                        ProgramMessages.text("run.help-lists"),
                        "",
                        ProgramMessages.text("run.help-output"),
                        ProgramMessages.text("run.help-error-stream"),
                        ProgramMessages.text("run.help-exit-codes"),
                        ProgramMessages.text("run.help-exit-codes-more"));
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("0..1")
                .paramLabel("SCRIPT")
                .type(String.class)
                .description(ProgramMessages.text("run.help-script"))
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
