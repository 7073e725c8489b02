package io.retake.repl.cli;

import io.retake.core.vocabulary.Suggestion;
import io.retake.repl.arguments.RunOption;
import io.retake.repl.message.ProgramMessages;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Defines the command line for picocli. */
final class CommandLineTool {
    private static final String JSON = RunOption.JSON.longName();

    private CommandLineTool() {}

    /** Runs one command. Returns the exit code; throws nothing. */
    static int run(ProcessEnvironment around, String... arguments) {
        return commands(around).execute(arguments);
    }

    static CommandLine commands(ProcessEnvironment around) {
        CommandLine root = new CommandLine(new RootCommand(around), new Factory())
                .addSubcommand(RunCommand.NAME, RunUsage.spec())
                .addSubcommand(new RecipesCommand(around))
                .addSubcommand(new CheckCommand(around))
                .addSubcommand(new ServeCommand(around))
                .addSubcommand(new DoctorCommand(around))
                .addSubcommand(new CompletionCommand(around))
                .addSubcommand(new VersionCommand(around))
                .addSubcommand(new HelpCommand(around));
        root.registerConverter(ByteSize.class, ByteSize::parse);
        root.setOut(new PrintWriter(around.out(), true, StandardCharsets.UTF_8));
        root.setErr(new PrintWriter(around.err(), true, StandardCharsets.UTF_8));
        root.setColorScheme(CommandLine.Help.defaultColorScheme(
                around.screen().outTheme().colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        root.setUsageHelpAutoWidth(false);
        root.setParameterExceptionHandler((wrong, given) -> Failures.wrong(
                around, message(wrong), advice(wrong), List.of(given).contains(JSON)));
        root.setExecutionExceptionHandler((failure, line, parsed) ->
                Failures.show(around, failure, wants(Failures.TRACE, parsed), wants(JSON, parsed)));
        return root;
    }

    private static String message(ParameterException wrong) {
        return wrong instanceof UnmatchedArgumentException unmatched && isCommand(unmatched)
                ? ProgramMessages.text(
                        "command.unknown-word", unmatched.getUnmatched().get(0))
                : String.valueOf(wrong.getMessage());
    }

    private static String advice(ParameterException wrong) {
        String near = wrong instanceof UnmatchedArgumentException unmatched ? near(unmatched) : "";
        String help = ProgramMessages.text(
                "command.help-lists", wrong.getCommandLine().getCommandSpec().qualifiedName());
        return near.isEmpty() ? help : ProgramMessages.text("command.did-you-mean", near, help);
    }

    private static String near(UnmatchedArgumentException unmatched) {
        if (!isCommand(unmatched)) {
            return unmatched.getSuggestions().stream().limit(3).collect(Collectors.joining(", "));
        }
        String word = unmatched.getUnmatched().get(0);
        return word.endsWith(".groovy")
                ? "retake run " + word
                : Suggestion.of(
                                word,
                                unmatched.getCommandLine().getSubcommands().keySet())
                        .map(command -> "retake " + command)
                        .orElse("");
    }

    /** Whether the unmatched argument is in the place of a command. */
    private static boolean isCommand(UnmatchedArgumentException unmatched) {
        return !unmatched.getCommandLine().getSubcommands().isEmpty()
                && !unmatched.getUnmatched().get(0).startsWith("-");
    }

    private static boolean wants(String option, ParseResult parsed) {
        return parsed.asCommandLineList().stream()
                .anyMatch(line -> line.getParseResult().hasMatchedOption(option));
    }

    /** Replaces picocli's own factory, which looks for Groovy first and loads all of it. */
    private static final class Factory implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            if (type.isAssignableFrom(ArrayList.class)) {
                return type.cast(new ArrayList<>());
            }
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        }
    }
}
