package io.retake.repl.shell;

import io.retake.core.edit.Suggestion;
import io.retake.core.edit.Vocabulary;
import io.retake.dsl.language.Words;
import io.retake.repl.view.HelpView;
import io.retake.repl.view.Role;
import io.retake.repl.view.Theme;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** {@code /help}: commands, verbs, and one of them in full. */
final class HelpCommands {
    private HelpCommands() {}

    static List<Command> all() {
        return List.of(Command.of(
                        "help", "[VERB or COMMAND]", "Lists what there is, or explains one thing.", HelpCommands::help)
                .completedBy((desk, typed) -> topics()));
    }

    private static List<String> topics() {
        return Stream.concat(
                        Words.statements().stream(), Commands.list().stream().map(command -> "/" + command.name()))
                .toList();
    }

    private static void help(Desk desk, String topic) {
        if (topic.isEmpty()) {
            overview(desk);
            return;
        }
        HelpView view = new HelpView(desk.theme(), desk.columns());
        boolean command = topic.startsWith("/");
        String name = command ? topic.substring(1) : topic;
        List<String> verb = command ? List.of() : view.verb(name);
        Optional<String> word = command ? Optional.empty() : Words.help(name);
        if (!verb.isEmpty()) {
            desk.say(verb);
        } else if (word.isPresent()) {
            desk.say(desk.theme().paint(Role.EMPHASIS, name) + "  " + word.get());
        } else {
            desk.say(line(Commands.named(name).orElseThrow(() -> unknown(topic)), desk.theme()));
        }
    }

    private static CommandProblem unknown(String topic) {
        String meant = Suggestion.of(topic, new TreeSet<>(topics()))
                .map(s -> "; did you mean " + s + "?")
                .orElse("");
        return new CommandProblem("there is no help on '" + topic + "'" + meant, "/help lists what there is");
    }

    private static void overview(Desk desk) {
        Theme theme = desk.theme();
        desk.say("Type a statement (trim from: 2.s), plain words (mute the last 5 seconds), or a command:");
        Commands.list().forEach(command -> desk.say("  " + line(command, theme)));
        Map<String, String> others = new TreeMap<>();
        Words.statements().stream()
                .filter(word -> Vocabulary.verb(word).isEmpty())
                .forEach(word -> Words.help(word).ifPresent(help -> others.put(word, help)));
        desk.say(new HelpView(theme, desk.columns()).verbs(others));
        desk.say(theme.paint(
                Role.ASIDE,
                "' or > in front makes a line plain words; & behind it puts its work behind; Tab completes;"
                        + " Ctrl-C stops what is in front, Ctrl-Z puts it behind; Ctrl-D leaves."));
    }

    private static String line(Command command, Theme theme) {
        String name = "/" + command.name() + (command.arguments().isEmpty() ? "" : " " + command.arguments());
        return theme.paint(Role.EMPHASIS, name) + " ".repeat(Math.max(1, 32 - name.length())) + command.help();
    }
}
