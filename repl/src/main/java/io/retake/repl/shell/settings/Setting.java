package io.retake.repl.shell.settings;

import io.retake.repl.message.ProgramMessages;
import io.retake.repl.view.Theme;
import io.retake.repl.view.picture.Graphics;
import java.util.List;
import java.util.Optional;

/** The settings: name, help and allowed values, of which the first is the default. */
public enum Setting {
    /** The amount of output. */
    FEEDBACK("", ProgramMessages.text("setting.feedback"), "normal", "quiet", "verbose"),
    /** The colors. */
    THEME(Theme.VARIABLE, ProgramMessages.text("setting.theme"), "standard", "dark", "light", "safe", "plain"),
    /** The rest of an earlier line behind the cursor. */
    SUGGESTIONS("", ProgramMessages.text("setting.suggestions"), "on", "off"),
    /** Argument hints below the line. */
    TIPS("", ProgramMessages.text("setting.tips"), "on", "off"),
    /** The kind of input, at the right. */
    MARK("", ProgramMessages.text("setting.mark"), "on", "off"),
    /** The terminal's bell when a background job ends. */
    BELL("", ProgramMessages.text("setting.bell"), "off", "on"),
    /** Whether lines are saved. */
    HISTORY("", ProgramMessages.text("setting.history"), "on", "off"),
    /** The way pictures are drawn. */
    GRAPHICS(
            Graphics.VARIABLE,
            ProgramMessages.text("setting.pictures"),
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
