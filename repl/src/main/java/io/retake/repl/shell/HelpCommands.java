package io.retake.repl.shell;

import io.retake.core.vocabulary.Operation;
import io.retake.core.vocabulary.Vocabulary;
import io.retake.dsl.scope.Words;
import io.retake.repl.arguments.ArgumentWords;
import io.retake.repl.arguments.CommandProblem;
import io.retake.repl.completion.Choice;
import io.retake.repl.message.ProgramMessages;
import io.retake.repl.shell.terminal.Console;
import io.retake.repl.view.Columns;
import io.retake.repl.view.HelpView;
import io.retake.repl.view.Role;
import io.retake.repl.view.Theme;
import io.retake.repl.view.Wrapped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** {@code /help}: list the commands and verbs, or explain one. */
final class HelpCommands {
    private static final String ALL_VERBS = "verbs";

    private HelpCommands() {}

    static List<Command> all() {
        return List.of(Command.of(
                        "help",
                        "[VERB or COMMAND]",
                        ProgramMessages.text("help.help"),
                        (shell, topic) -> help(shell.console(), topic))
                .such("/help trim")
                .choosing((shell, typed) -> choices()));
    }

    /** Returns whether words ask for help without the slash: "help", "help trim". */
    static boolean isAskedBy(String words) {
        return words.equals("help")
                || (words.startsWith("help ")
                        && topics().contains(words.substring("help ".length()).strip()));
    }

    private static List<String> topics() {
        return Stream.concat(
                        Stream.concat(Words.statements().stream(), Stream.of(ALL_VERBS)),
                        Commands.list().stream().map(command -> "/" + command.name()))
                .toList();
    }

    private static List<Choice> choices() {
        return topics().stream().map(topic -> Choice.of(topic, about(topic))).toList();
    }

    private static String about(String topic) {
        if (topic.startsWith("/")) {
            return Commands.named(topic.substring(1)).map(Command::help).orElse("");
        }
        List<Operation> operations = Vocabulary.verb(topic);
        return operations.isEmpty()
                ? Words.explained(topic).map(Words.Explained::help).orElse("")
                : operations.get(0).help();
    }

    private static void help(Console console, String argument) {
        String topic = ArgumentWords.text(argument);
        if (topic.isEmpty()) {
            console.say(overview(console.theme(), console.columns()));
            return;
        }
        if (topic.equals(ALL_VERBS)) {
            console.say(new HelpView(console.theme(), console.columns()).verbs(otherWords()));
            return;
        }
        String name = topic.startsWith("/") ? topic.substring(1) : topic;
        List<Operation> operations = topic.startsWith("/") ? List.of() : Vocabulary.verb(name);
        if (!operations.isEmpty()) {
            console.say(new HelpView(console.theme(), console.columns()).verb(name));
            return;
        }
        Optional<Words.Explained> word = topic.startsWith("/") ? Optional.empty() : Words.explained(name);
        if (word.isPresent()) {
            console.say(explained(console, name, word.get().help(), word.get().example()));
            return;
        }
        Command command = Commands.named(name).orElseThrow(() -> unknown(topic));
        console.say(explained(console, usage(command), command.help(), command.example()));
    }

    private static List<String> explained(Console console, String what, String help, String example) {
        List<String> lines = new ArrayList<>(List.of(console.theme().paint(Role.EMPHASIS, what)));
        lines.addAll(Wrapped.lines("  ", help, console.columns() - 1, 2));
        lines.addAll(Wrapped.lines(ProgramMessages.text("help.for-example"), example, console.columns() - 1, 15));
        return lines;
    }

    private static String usage(Command command) {
        return ("/" + command.name() + " " + command.arguments()).strip();
    }

    /** Returns the words that begin a statement but are not verbs of the vocabulary, with their help. */
    private static Map<String, Words.Explained> otherWords() {
        Map<String, Words.Explained> words = new TreeMap<>();
        Words.statements().stream()
                .filter(word -> Vocabulary.verb(word).isEmpty())
                .forEach(word -> Words.explained(word).ifPresent(help -> words.put(word, help)));
        return words;
    }

    private static CommandProblem unknown(String topic) {
        Set<String> known = new TreeSet<>(topics());
        String meant = io.retake.core.vocabulary.Suggestion.of(topic, known)
                .map(s -> ProgramMessages.text("help.near", s))
                .orElse("");
        return new CommandProblem(
                ProgramMessages.text("help.unknown", topic, meant), ProgramMessages.text("help.unknown-advice"));
    }

    private static List<String> overview(Theme theme, int columns) {
        List<String> lines = new ArrayList<>(Wrapped.lines(ProgramMessages.text("help.head"), columns - 1, 0));
        Commands.list().forEach(command -> lines.addAll(line(command, theme, columns)));
        lines.addAll(Wrapped.lines(ProgramMessages.text("help.verbs"), columns - 1, 0));
        PromptCompleter.overview(theme, columns - 2, Integer.MAX_VALUE).forEach(line -> lines.add("  " + line));
        Stream.of("help.parts", "help.keys")
                .flatMap(key -> Wrapped.lines(ProgramMessages.text(key), columns - 1, 0).stream())
                .forEach(line -> lines.add(theme.paint(Role.ASIDE, line)));
        return lines;
    }

    private static List<String> line(Command command, Theme theme, int columns) {
        int indent = Math.min(32, columns * 2 / 5);
        String usage = "  " + usage(command) + " ";
        List<String> lines =
                new ArrayList<>(Wrapped.beside(Columns.fill(usage, indent), command.help(), columns - 1, indent));
        String first = lines.get(0);
        String rest = first.length() < usage.length() ? "" : first.substring(usage.length() - 1);
        lines.set(0, "  " + theme.paint(Role.EMPHASIS, usage.strip()) + rest);
        return lines;
    }
}
