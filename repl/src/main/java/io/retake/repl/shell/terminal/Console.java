package io.retake.repl.shell.terminal;

import io.retake.core.protocol.TerminalText;
import io.retake.dsl.prompt.Origin;
import io.retake.repl.message.ProgramMessages;
import io.retake.repl.shell.settings.Setting;
import io.retake.repl.shell.settings.Settings;
import io.retake.repl.view.Role;
import io.retake.repl.view.Theme;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shows lines, pictures and errors to the user in the current theme, and asks questions. Lines can be shown from any
 * thread; the rest is used by the prompt's thread.
 */
public final class Console {
    private final Output output;
    private final Pictures pictures;
    private final Questions questions = new Questions();
    private final Settings settings;
    private volatile Theme theme;
    private Optional<Origin> origin = Optional.empty();

    /**
     * Creates a console.
     *
     * @param theme the theme until {@link #restyle} is called
     */
    public Console(Output output, Theme theme, Settings settings) {
        this.output = output;
        this.theme = theme;
        this.settings = settings;
        this.pictures = output.pictures(settings::environment, this::theme);
    }

    /** Returns the streams and the screen that this console writes to. */
    public Output output() {
        return output;
    }

    public Pictures pictures() {
        return pictures;
    }

    public Questions questions() {
        return questions;
    }

    /** Prints above the line being edited from now on, and asks questions in that editor. */
    public void attach(PromptReader reader) {
        output.belongsTo(reader);
        questions.askedOn(reader);
    }

    public Theme theme() {
        return theme;
    }

    /** Applies the theme of the settings to everything that is shown from now on. */
    public void restyle() {
        theme = Theme.of(environment(), output.screen().outIsTerminal());
        output.look(settings.get(Setting.THEME));
    }

    /** Returns the environment variables, with those that the settings replace. */
    public Map<String, String> environment() {
        return settings.environment();
    }

    public int columns() {
        return output.columns();
    }

    public int rows() {
        return output.rows();
    }

    /** Prints a line of an answer. */
    public void say(String line) {
        output.lines.println(line);
    }

    public void say(List<String> lines) {
        lines.forEach(this::say);
    }

    /** Prints a dimmed line: a remark that the user can skip. */
    public void aside(String line) {
        say(theme.paint(Role.ASIDE, line));
    }

    public void warning(String text) {
        say(theme.paint(Role.WARNING, ProgramMessages.text("prefix.warning")) + text);
    }

    /** Prints an error, with the origin of the line that caused it, and advice below it. */
    public void problem(String message, String advice) {
        String place = origin.map(at -> at + ": ").orElse("");
        output.errors.println(
                theme.paint(Role.BAD, ProgramMessages.text("prefix.error")) + place + TerminalText.clean(message));
        TerminalText.clean(advice)
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> output.errors.println("  " + line));
    }

    /** Returns the origin of the line being processed; empty for a line that was typed. */
    public Optional<Origin> origin() {
        return origin;
    }

    /** Sets the origin of the lines processed from now on. */
    public void readsFrom(Origin next) {
        origin = Optional.of(next);
    }
}
