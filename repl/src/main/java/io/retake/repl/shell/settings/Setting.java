package io.retake.repl.shell.settings;

import io.retake.repl.view.Theme;
import io.retake.repl.view.picture.Graphics;
import java.util.List;
import java.util.Optional;

/** What can be set, each declared once: its name, its help, the values it can have, the first of them by default. */
public enum Setting {
    /** How much is told. */
    FEEDBACK("", "what is shown: only results and errors, or also the verbs", "normal", "quiet", "verbose"),
    /** How it looks. */
    THEME(
            Theme.VARIABLE,
            "colors; safe works with color blindness, plain uses none",
            "standard",
            "dark",
            "light",
            "safe",
            "plain"),
    /** Ghost text. */
    SUGGESTIONS("", "suggestions from the history; Right accepts one", "on", "off"),
    /** The line under what is typed. */
    TIPS("", "argument hints below the line", "on", "off"),
    /** The word at the right. */
    MARK("", "what kind of input the line is, at the right", "on", "off"),
    /** A sound. */
    BELL("", "ring when a background job ends", "off", "on"),
    /** Whether anything is written down. */
    HISTORY("", "save the lines you type", "on", "off"),
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
