package io.retake.repl.view;

import java.io.PrintStream;
import java.util.Map;
import java.util.function.IntSupplier;

/**
 * Where a view is drawn.
 *
 * @param out where results go
 * @param err where progress and errors go
 * @param outIsTerminal whether a person looks at {@code out}
 * @param errIsTerminal whether a person looks at {@code err}
 * @param environment what says how it may look
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

    /** How results look. */
    public Theme outTheme() {
        return Theme.of(environment, outIsTerminal);
    }

    /** How the rest looks. */
    public Theme errTheme() {
        return Theme.of(environment, errIsTerminal);
    }

    /** What can be shown here, in a few words. */
    public String describe() {
        String kind = environment.getOrDefault("TERM", "unnamed");
        int columns = new WindowWidth(environment).now();
        return (errIsTerminal ? kind + ", " + columns + " columns" : "none (progress as plain lines)")
                + (outTheme().colour() ? ", colors" : ", no colors")
                + (outTheme().unicode() ? ", Unicode" : ", ASCII");
    }

    /** A bar where it can be drawn in place, else lines. */
    Progress progress() {
        return progress(new WindowWidth(environment));
    }

    /** The same on a terminal whose width somebody else knows. */
    Progress progress(IntSupplier columns) {
        return errIsTerminal && !"dumb".equals(environment.get("TERM"))
                ? new LiveProgress(err, errTheme(), columns, System::nanoTime)
                : new PlainProgress(err, System::nanoTime);
    }
}
