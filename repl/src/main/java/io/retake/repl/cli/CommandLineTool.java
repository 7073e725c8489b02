package io.retake.repl.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import picocli.CommandLine;

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
                .addSubcommand(new CheckCommand(around))
                .addSubcommand(new ServeCommand(around))
                .addSubcommand(new DoctorCommand(around))
                .addSubcommand(new CompletionCommand(around))
                .addSubcommand(new VersionCommand(around))
                .addSubcommand(new HelpCommand(around));
        root.registerConverter(ByteSize.class, ByteSize::parse);
        root.setOut(new PrintWriter(around.out(), true));
        root.setErr(new PrintWriter(around.err(), true));
        root.setColorScheme(CommandLine.Help.defaultColorScheme(
                around.screen().outTheme().colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        root.setUsageHelpAutoWidth(false);
        root.setParameterExceptionHandler((wrong, given) -> Failures.show(around, wrong));
        root.setExecutionExceptionHandler((failure, line, parsed) -> Failures.show(around, failure, parsed));
        return root;
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
