package io.retake.repl.shell.settings;

import io.retake.repl.view.Theme;
import io.retake.repl.view.picture.Graphics;
import java.util.List;
import java.util.Optional;

/** The settings, each declared once: name, help and values, the first of which is the default. */
public enum Setting {
    /** How much the prompt prints. */
    FEEDBACK("", "what is shown: only results and errors, or also the verbs", "normal", "quiet", "verbose"),
    /** Colors. */
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
    /** Argument hints below the line. */
    TIPS("", "argument hints below the line", "on", "off"),
    /** The kind of input at the right of the line. */
    MARK("", "what kind of input the line is, at the right", "on", "off"),
    /** A bell at the end of background jobs. */
    BELL("", "ring when a background job ends", "off", "on"),
    /** Whether typed lines are saved. */
    HISTORY("", "save the lines you type", "on", "off"),
    /** How the terminal shows pictures. */
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

    /** Returns the name as typed. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** One-line description. */
    public String help() {
        return help;
    }

    /** Returns the values, the default first. */
    public List<String> choices() {
        return choices;
    }

    /** Returns the default. */
    public String standard() {
        return choices.get(0);
    }

    /** Returns the environment variable that overrides the saved value; empty for none. */
    String variable() {
        return variable;
    }

    /** Finds a setting by its name as typed. */
    public static Optional<Setting> named(String word) {
        for (Setting setting : ALL) {
            if (setting.word().equals(word)) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }

    /** Returns all settings in display order. */
    public static List<Setting> all() {
        return ALL;
    }
}
