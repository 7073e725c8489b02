package io.retake.repl.shell;

import io.retake.core.edit.Operation;
import io.retake.core.edit.Vocabulary;
import io.retake.dsl.language.Words;
import io.retake.repl.view.HelpView;
import io.retake.repl.view.Role;
import io.retake.repl.view.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** {@code /help}: commands, verbs, and one of them in full. */
final class HelpCommands {
    private static final String ALL_VERBS = "verbs";

    private HelpCommands() {}

    static List<Command> all() {
        return List.of(Command.of(
                        "help", "[VERB or COMMAND]", "Lists what there is, or explains one thing.", HelpCommands::help)
                .completedBy((desk, typed) -> topics()));
    }

    private static List<String> topics() {
        return Stream.concat(
                        Stream.concat(Words.statements().stream(), Stream.of(ALL_VERBS)),
                        Commands.list().stream().map(command -> "/" + command.name()))
                .toList();
    }

    private static void help(Desk desk, String topic) {
        if (topic.isEmpty()) {
            desk.say(overview(desk.theme(), desk.columns()));
            return;
        }
        if (topic.equals(ALL_VERBS)) {
            desk.say(new HelpView(desk.theme(), desk.columns()).verbs(otherWords()));
            return;
        }
        String name = topic.startsWith("/") ? topic.substring(1) : topic;
        List<Operation> operations = topic.startsWith("/") ? List.of() : Vocabulary.verb(name);
        if (!operations.isEmpty()) {
            desk.say(new HelpView(desk.theme(), desk.columns()).verb(name));
            return;
        }
        Optional<String> word = topic.startsWith("/") ? Optional.empty() : Words.help(name);
        if (word.isPresent()) {
            desk.say(desk.theme().paint(Role.EMPHASIS, name) + "  " + word.get());
            return;
        }
        Command command = Commands.named(name).orElseThrow(() -> unknown(topic));
        desk.say(line(command, desk.theme()));
    }

    /** What a statement can begin with beside the verbs of the vocabulary. */
    private static Map<String, String> otherWords() {
        Map<String, String> words = new TreeMap<>();
        Words.statements().stream()
                .filter(word -> Vocabulary.verb(word).isEmpty())
                .forEach(word -> Words.help(word).ifPresent(help -> words.put(word, help)));
        return words;
    }

    private static CommandProblem unknown(String topic) {
        Set<String> known = new TreeSet<>(topics());
        String meant = io.retake.core.edit.Suggestion.of(topic, known)
                .map(s -> "; did you mean " + s + "?")
                .orElse("");
        return new CommandProblem("there is no help on '" + topic + "'" + meant, "/help lists what there is");
    }

    private static List<String> overview(Theme theme, int columns) {
        List<String> lines = new ArrayList<>();
        lines.add("Type a statement (trim from: 2.s), plain words (mute the last 5 seconds), or a command:");
        Commands.list().forEach(command -> lines.add("  " + line(command, theme)));
        lines.add("Verbs, each explained by /help VERB, all of them by /help verbs:");
        StringBuilder row = new StringBuilder(" ");
        for (String word : Words.statements()) {
            if (row.length() + word.length() + 2 > columns) {
                lines.add(row.toString());
                row = new StringBuilder(" ");
            }
            row.append(' ').append(word);
        }
        lines.add(row.toString());
        lines.add(theme.paint(
                Role.ASIDE,
                "' or > in front makes a line plain words; & behind it puts work behind;"
                        + " Tab completes; Ctrl-C stops; Ctrl-D leaves."));
        return lines;
    }

    private static String line(Command command, Theme theme) {
        String name = "/" + command.name() + (command.arguments().isEmpty() ? "" : " " + command.arguments());
        return theme.paint(Role.EMPHASIS, name) + " ".repeat(Math.max(1, 32 - name.length())) + command.help();
    }
}
