package io.retake.repl.shell;

import io.retake.repl.arguments.ArgumentWords;
import io.retake.repl.arguments.CommandProblem;
import io.retake.repl.shell.settings.Setting;
import io.retake.repl.shell.settings.Settings;
import io.retake.repl.view.Columns;
import io.retake.repl.view.Role;
import io.retake.repl.view.Wrapped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code /set}: what is set, and other settings. */
final class SettingsCommands {
    private static final String STANDARD = "default";
    /** Where a setting's value stands, and how far behind it the others. */
    private static final int VALUE = 13;

    private static final int CHOICES = 11;

    private SettingsCommands() {}

    static List<Command> all() {
        return List.of(Command.of(
                        "set",
                        "[NAME [VALUE|default]]",
                        "Show the settings, or change one permanently",
                        SettingsCommands::set)
                .such("/set theme light")
                .completedBy((desk, typed) -> choices(typed)));
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

    private static void set(ShellContext desk, String arguments) {
        List<String> words = ArgumentWords.of(arguments.replace('=', ' '));
        if (words.isEmpty()) {
            Setting.all().forEach(setting -> show(desk, setting));
            return;
        }
        String name = words.get(0);
        Setting setting = Setting.named(name)
                .orElseThrow(() -> new CommandProblem(
                        "unknown setting '" + name + "'" + Settings.meant(name, Settings.names()),
                        "/set lists the settings"));
        if (words.size() > 1) {
            change(desk, setting, String.join(" ", words.subList(1, words.size())));
        }
        show(desk, setting);
    }

    private static void change(ShellContext desk, Setting setting, String value) {
        boolean standard = value.equals(STANDARD);
        if (!standard && !setting.choices().contains(value)) {
            throw new CommandProblem(
                    Settings.wrong(setting, value), "/set " + setting.word() + " default restores the default");
        }
        try {
            if (standard) {
                desk.settings().reset(setting);
            } else {
                desk.settings().set(setting, value);
            }
        } catch (IOException e) {
            desk.say(desk.theme().paint(Role.WARNING, "warning: ") + "changed for this prompt, but not saved: " + e);
        }
        desk.restyle();
        boolean colourless = setting == Setting.THEME && !desk.theme().colour();
        if (colourless && !desk.settings().get(setting).equals("plain")) {
            desk.aside("Colors are off: NO_COLOR is set, or the terminal has none.");
        }
    }

    private static void show(ShellContext desk, Setting setting) {
        String value = desk.settings().get(setting);
        List<String> others = setting.choices().stream()
                .filter(choice -> !choice.equals(value))
                .toList();
        String origin = desk.settings().origin(setting);
        String alike = "or " + String.join(", ", others)
                + (origin.isEmpty() || origin.equals("set") ? "" : "; set by " + origin);
        String name = Columns.fill(setting.word(), VALUE);
        int column = VALUE + CHOICES;
        List<String> lines =
                Wrapped.lines(Columns.fill(name + value, column - 1) + " ", alike, desk.columns() - 1, column);
        desk.say(name
                + desk.theme().paint(Role.EMPHASIS, value)
                + lines.get(0).substring(name.length() + value.length()));
        desk.say(lines.subList(1, lines.size()));
        Wrapped.lines(" ".repeat(VALUE), setting.help(), desk.columns() - 1, VALUE)
                .forEach(desk::aside);
    }
}
