package io.retake.repl.shell.settings;

import io.retake.repl.view.Theme;
import io.retake.repl.view.picture.Graphics;
import java.util.List;
import java.util.Optional;

/** What can be set, each declared once: its name, its help, the values it can have, the first of them by default. */
public enum Setting {
    /** How much is told. */
    FEEDBACK("", "how much is told: results and errors alone, or the verbs too", "normal", "quiet", "verbose"),
    /** How it looks. */
    THEME(
            Theme.VARIABLE,
            "the colours: safe ones are told apart by everybody, plain is none",
            "standard",
            "dark",
            "light",
            "safe",
            "plain"),
    /** Ghost text. */
    SUGGESTIONS("", "what was typed before, dim behind the cursor; Right takes it", "on", "off"),
    /** The line under what is typed. */
    TIPS("", "the arguments of the verb being typed, under the line", "on", "off"),
    /** The word at the right. */
    MARK("", "at the right, what the line is taken for", "on", "off"),
    /** A sound. */
    BELL("", "rings when work behind ends", "off", "on"),
    /** Whether anything is written down. */
    HISTORY("", "what is typed is kept for the next time", "on", "off"),
    /** How pictures are shown. */
    GRAPHICS(
            Graphics.VARIABLE,
            "how /peek shows pictures",
            "auto",
            "kitty",
            "iterm2",
            "sixel",
            "blocks",
            "blocks-256",
            "none");

    private static final List<Setting> ALL = List.of(Setting.values());
    private final String variable;
    private final String help;

    @SuppressWarnings("ImmutableEnumChecker") // a copy
    private final List<String> choices;

    Setting(String variable, String help, String... choices) {
        this.variable = variable;
        this.help = help;
        this.choices = List.of(choices);
    }

    /** As it is typed. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** What it is for. */
    public String help() {
        return help;
    }

    /** What it can be, the default first. */
    public List<String> choices() {
        return choices;
    }

    /** What it is as long as nobody says otherwise. */
    public String standard() {
        return choices.get(0);
    }

    /** The environment variable that says the same, above what is kept; empty for none. */
    String variable() {
        return variable;
    }

    /** The one of that name. */
    public static Optional<Setting> named(String word) {
        for (Setting setting : ALL) {
            if (setting.word().equals(word)) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }

    /** All of them, in the order in which they are shown. */
    public static List<Setting> all() {
        return ALL;
    }
}
