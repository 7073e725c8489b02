package io.retake.repl.shell.terminal;

import java.util.Optional;

/**
 * The initial text of the next line, which a command leaves for the user to edit, and the statement that the backend
 * suggested last, which the prompt shows behind the cursor. The suggestion can be set from any thread.
 */
public final class NextLine {
    private String text = "";
    private volatile String suggestion = "";

    /** Puts a text into the next line. */
    public void prefill(String initial) {
        text = initial;
    }

    /** Returns the initial text once; empty afterwards. */
    public String takeText() {
        String taken = text;
        text = "";
        return taken;
    }

    /** Replaces the backend's suggestion; an empty one removes it. */
    public void suggest(String statement) {
        suggestion = statement;
    }

    /** Returns the rest of the suggestion if it starts with the typed text; also for an empty line. */
    public Optional<String> suggestedRest(String typed) {
        String statement = suggestion;
        return statement.length() > typed.length() && statement.startsWith(typed)
                ? Optional.of(statement.substring(typed.length()))
                : Optional.empty();
    }
}
