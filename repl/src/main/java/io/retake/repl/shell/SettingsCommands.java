package io.retake.repl.shell;

import io.retake.repl.arguments.ArgumentWords;
import io.retake.repl.arguments.CommandProblem;
import io.retake.repl.message.ProgramMessages;
import io.retake.repl.shell.settings.Setting;
import io.retake.repl.shell.settings.Settings;
import io.retake.repl.shell.terminal.Console;
import io.retake.repl.view.Columns;
import io.retake.repl.view.Role;
import io.retake.repl.view.Wrapped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code /set}: show and change settings. */
final class SettingsCommands {
    private static final String STANDARD = "default";
    /** The column of a setting's value, and the width up to its other values. */
    private static final int VALUE = 13;

    private static final int CHOICES = 11;

    private SettingsCommands() {}

    static List<Command> all() {
        return List.of(Command.of(
                        "set",
                        "[NAME [VALUE|default]]",
                        ProgramMessages.text("setting.help"),
                        (shell, arguments) -> set(shell.settings(), shell.console(), arguments))
                .such("/set theme light")
                .completedBy((shell, typed) -> choices(typed)));
    }

    private static List<String> choices(String typed) {
        int space = typed.indexOf(' ');
        if (space < 0) {
            return Settings.names();
        }
        List<String> choices = new ArrayList<>(
                Setting.named(typed.substring(0, space)).map(Setting::choices).orElse(List.of()));
        choices.add(STANDARD);
        return choices;
    }

    private static void set(Settings settings, Console console, String arguments) {
        List<String> words = ArgumentWords.of(arguments.replace('=', ' '));
        if (words.isEmpty()) {
            Setting.all().forEach(setting -> show(settings, console, setting));
            return;
        }
        String name = words.get(0);
        Setting setting = Setting.named(name)
                .orElseThrow(() -> new CommandProblem(
                        ProgramMessages.text("setting.unknown", name, Settings.meant(name, Settings.names())),
                        ProgramMessages.text("setting.unknown-advice")));
        if (words.size() > 1) {
            change(settings, console, setting, String.join(" ", words.subList(1, words.size())));
        }
        show(settings, console, setting);
    }

    private static void change(Settings settings, Console console, Setting setting, String value) {
        boolean standard = value.equals(STANDARD);
        if (!standard && !setting.choices().contains(value)) {
            throw new CommandProblem(
                    Settings.wrong(setting, value), ProgramMessages.text("setting.restore-default", setting.word()));
        }
        try {
            if (standard) {
                settings.reset(setting);
            } else {
                settings.set(setting, value);
            }
        } catch (IOException e) {
            console.warning(ProgramMessages.text("setting.not-saved", e));
        }
        console.restyle();
        boolean colourless = setting == Setting.THEME && !console.theme().colour();
        if (colourless && !settings.get(setting).equals("plain")) {
            console.aside(ProgramMessages.text("setting.colors-off"));
        }
    }

    private static void show(Settings settings, Console console, Setting setting) {
        String value = settings.get(setting);
        List<String> others = setting.choices().stream()
                .filter(choice -> !choice.equals(value))
                .toList();
        String origin = settings.origin(setting);
        String alike = ProgramMessages.text("setting.others", String.join(", ", others))
                + (origin.isEmpty() || origin.equals("set") ? "" : ProgramMessages.text("setting.set-by", origin));
        String name = Columns.fill(setting.word(), VALUE);
        int column = VALUE + CHOICES;
        List<String> lines =
                Wrapped.lines(Columns.fill(name + value, column - 1) + " ", alike, console.columns() - 1, column);
        console.say(name
                + console.theme().paint(Role.EMPHASIS, value)
                + lines.get(0).substring(name.length() + value.length()));
        console.say(lines.subList(1, lines.size()));
        Wrapped.lines(" ".repeat(VALUE), setting.help(), console.columns() - 1, VALUE)
                .forEach(console::aside);
    }
}
