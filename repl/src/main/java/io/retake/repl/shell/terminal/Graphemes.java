package io.retake.repl.shell.terminal;

import java.util.Map;
import java.util.Set;

/**
 * Whether a terminal draws what is one character to a reader, such as a hand and its colour, in one place. To ask it
 * would keep the first line waiting; these are known to. A wrong answer shifts the rest of a line that has such a
 * character in it.
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
