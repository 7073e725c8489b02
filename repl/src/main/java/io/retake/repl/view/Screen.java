package io.retake.repl.view;

import io.retake.repl.message.ProgramMessages;
import java.io.PrintStream;
import java.util.Map;
import java.util.function.IntSupplier;

/**
 * The output of views.
 *
 * @param out the stream of results
 * @param err the stream of progress and errors
 * @param outIsTerminal whether {@code out} is a terminal
 * @param errIsTerminal whether {@code err} is a terminal
 * @param environment the variables that control colors, characters and width
 */
public record Screen(
        PrintStream out,
        PrintStream err,
        boolean outIsTerminal,
        boolean errIsTerminal,
        Map<String, String> environment) {

    /** Copies the environment. */
    public Screen {
        environment = Map.copyOf(environment);
    }

    /** Returns the theme of {@code out}. */
    public Theme outTheme() {
        return Theme.of(environment, outIsTerminal);
    }

    /** Returns the theme of {@code err}. */
    public Theme errTheme() {
        return Theme.of(environment, errIsTerminal);
    }

    /** Describes the terminal: its type, width, colors and characters. */
    public String describe() {
        String kind = environment.getOrDefault("TERM", ProgramMessages.text("terminal.unnamed"));
        int columns = new WindowWidth(environment).now();
        return (errIsTerminal
                        ? ProgramMessages.text("terminal.columns", kind, columns)
                        : ProgramMessages.text("terminal.none"))
                + (outTheme().colour()
                        ? ProgramMessages.text("terminal.colors")
                        : ProgramMessages.text("terminal.no-colors"))
                + (outTheme().unicode()
                        ? ProgramMessages.text("terminal.unicode")
                        : ProgramMessages.text("terminal.ascii"));
    }

    /** Creates a bar redrawn in place if the terminal supports it, otherwise plain lines. */
    Progress progress() {
        return progress(new WindowWidth(environment));
    }

    /** Does the same with the width from the caller. */
    Progress progress(IntSupplier columns) {
        return errIsTerminal && !"dumb".equals(environment.get("TERM"))
                ? new LiveProgress(err, errTheme(), columns, System::nanoTime)
                : new PlainProgress(err, System::nanoTime);
    }
}
