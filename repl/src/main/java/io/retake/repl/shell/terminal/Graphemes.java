package io.retake.repl.shell.terminal;

import java.util.Map;
import java.util.Set;

/**
 * Tells whether a terminal draws a grapheme cluster, such as a hand with a skin tone, as one character. A query would
 * delay the first line, so this uses a list of terminals that do. A wrong answer shifts the rest of a line that
 * contains such a cluster.
 */
public final class Graphemes {
    private static final Set<String> PROGRAMS = Set.of("WezTerm", "ghostty", "iTerm.app", "tmux");

    private Graphemes() {}

    public static boolean together(Map<String, String> environment) {
        return environment.containsKey("TMUX")
                || environment.containsKey("KITTY_WINDOW_ID")
                || PROGRAMS.contains(environment.getOrDefault("TERM_PROGRAM", ""))
                || environment.getOrDefault("TERM", "").startsWith("foot");
    }
}
