package io.retake.repl.shell;

import io.retake.core.vocabulary.Suggestion;
import io.retake.repl.arguments.CommandProblem;
import io.retake.repl.completion.Choice;
import io.retake.repl.message.ProgramMessages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds and runs the commands of the prompt. */
final class Commands {
    private static final Map<String, Command> ALL = all();

    private Commands() {}

    static List<Command> list() {
        return List.copyOf(ALL.values());
    }

    static Optional<Command> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** Runs the command that was typed after the slash. */
    static void run(ShellContext shell, String typed) {
        String[] parts = typed.strip().split("\\s+", 2);
        String name = parts[0];
        Command command = named(name).orElseThrow(() -> unknown(name));
        command.action().run(shell, parts.length > 1 ? parts[1].strip() : "");
    }

    /** Returns the choices for the arguments of a command, given the part typed so far; empty for an unknown command. */
    static List<Choice> choices(ShellContext shell, String name, String typed) {
        return named(name)
                .map(command -> command.completion().apply(shell, typed))
                .orElse(List.of());
    }

    private static CommandProblem unknown(String name) {
        String meant = Suggestion.of(name, ALL.keySet())
                .map(s -> ProgramMessages.text("command.near", s))
                .orElse("");
        return new CommandProblem(
                ProgramMessages.text("command.unknown", name, meant), ProgramMessages.text("command.unknown-advice"));
    }

    private static Map<String, Command> all() {
        Map<String, Command> commands = new LinkedHashMap<>();
        Stream.of(
                        HelpCommands.all(),
                        ViewCommands.all(),
                        PictureCommands.all(),
                        PlayCommands.all(),
                        HistoryCommands.all(),
                        RerunCommands.all(),
                        JobCommands.all(),
                        JavaCommands.all(),
                        BackendCommands.all(),
                        SettingsCommands.all())
                .flatMap(List::stream)
                .forEach(command -> commands.put(command.name(), command));
        return commands;
    }
}
