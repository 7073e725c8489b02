package io.retake.repl.shell.terminal;

import java.util.Map;
import java.util.Set;

/**
 * Knows the terminals that draw a grapheme cluster, such as an emoji with a skin tone, as one character. Asking the
 * terminal would delay the first line. A wrong answer shifts the rest of a line that contains such a cluster.
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
