package io.retake.repl.shell.settings;

import io.retake.repl.view.Theme;
import io.retake.repl.view.picture.Graphics;
import java.util.List;
import java.util.Optional;

/** The settings: name, help and allowed values, of which the first is the default. */
public enum Setting {
    /** The amount of output. */
    FEEDBACK("", "what is shown: only results and errors, or also the verbs", "normal", "quiet", "verbose"),
    /** The colors. */
    THEME(
            Theme.VARIABLE,
            "colors; safe works with color blindness, plain uses none",
            "standard",
            "dark",
            "light",
            "safe",
            "plain"),
    /** The rest of an earlier line behind the cursor. */
    SUGGESTIONS("", "suggestions from the history; Right accepts one", "on", "off"),
    /** Argument hints below the line. */
    TIPS("", "argument hints below the line", "on", "off"),
    /** The kind of input, at the right. */
    MARK("", "what kind of input the line is, at the right", "on", "off"),
    /** The terminal's bell when a background job ends. */
    BELL("", "ring when a background job ends", "off", "on"),
    /** Whether lines are saved. */
    HISTORY("", "save the lines you type", "on", "off"),
    /** The way pictures are drawn. */
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

    /** Returns the name to type. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Returns its purpose in a sentence. */
    public String help() {
        return help;
    }

    /** Returns the allowed values, the default first. */
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

    /** Finds a setting by name. */
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
