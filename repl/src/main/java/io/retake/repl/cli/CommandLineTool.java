package io.retake.repl.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line as picocli reads it. */
final class CommandLineTool {
    private CommandLineTool() {}

    /** Runs one command. Returns the exit code; throws nothing. */
    static int run(Surroundings around, String... arguments) {
        return commands(around).execute(arguments);
    }

    static CommandLine commands(Surroundings around) {
        CommandLine root = new CommandLine(new RootCommand(around), new Factory())
                .addSubcommand(new RunCommand(around))
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
        root.setParameterExceptionHandler((wrong, given) -> wrong(around, wrong));
        root.setExecutionExceptionHandler(
                (failure, line, parsed) -> Failures.show(around, failure, wantsTrace(parsed)));
        return root;
    }

    private static int wrong(Surroundings around, ParameterException wrong) {
        Failures.say(around, String.valueOf(wrong.getMessage()), advice(wrong));
        return ExitCode.WRONG.number();
    }

    private static String advice(ParameterException wrong) {
        String near = wrong instanceof UnmatchedArgumentException unmatched
                ? unmatched.getSuggestions().stream().limit(3).collect(Collectors.joining(", "))
                : "";
        String help = "'" + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help' lists what there is.";
        return near.isEmpty() ? help : "Did you mean " + near + "? " + help;
    }

    private static boolean wantsTrace(ParseResult parsed) {
        return parsed.asCommandLineList().stream()
                .anyMatch(line -> line.getParseResult().hasMatchedOption(Failures.TRACE));
    }

    /** Picocli's own factory looks for Groovy first, and loads all of it. */
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
