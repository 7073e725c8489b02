package io.retake.repl.view.picture;

import io.retake.repl.view.Theme;
import java.util.Locale;
import java.util.Map;

/** How a terminal shows pictures, the best first. */
public enum Graphics {
    /** The graphics protocol of kitty, which Ghostty and Konsole speak too. */
    KITTY,
    /** The inline images of iTerm2, which WezTerm and mintty speak too. */
    ITERM2,
    /** DEC's sixels: foot, mlterm, xterm where it is built in, Windows Terminal from 1.22. */
    SIXEL,
    /** Blocks of characters in 24-bit colours. */
    BLOCKS,
    /** Blocks of characters in the 256 colours. */
    BLOCKS_256,
    /** None: the name of a file. */
    NONE;

    /** What says which, where a person knows better than we do: one of these names in lower case. */
    public static final String VARIABLE = "RETAKE_GRAPHICS";

    /**
     * What this terminal can, by what it says of itself.
     *
     * @param environment as the terminal set it
     * @param theme without colour there are no pictures
     * @param detected what it answered when it was asked
     */
    public static Graphics of(Map<String, String> environment, Theme theme, Detected detected) {
        String wish =
                environment.getOrDefault(VARIABLE, "").toUpperCase(Locale.ROOT).replace('-', '_');
        for (Graphics graphics : values()) {
            if (graphics.name().equals(wish)) {
                return graphics;
            }
        }
        if (!theme.colour()) {
            return NONE;
        }
        Graphics blocks = blocks(environment);
        // tmux and screen swallow graphics, or draw them where the pane no longer is.
        String term = environment.getOrDefault("TERM", "");
        boolean multiplexed = environment.containsKey("TMUX") || term.startsWith("screen") || term.startsWith("tmux");
        return multiplexed ? blocks : byName(environment, detected, blocks);
    }

    private static Graphics byName(Map<String, String> environment, Detected detected, Graphics otherwise) {
        String term = environment.getOrDefault("TERM", "");
        String program = environment.getOrDefault("TERM_PROGRAM", "");
        if (detected.kitty()
                || environment.containsKey("KITTY_WINDOW_ID")
                || term.equals("xterm-kitty")
                || term.equals("xterm-ghostty")
                || program.equals("ghostty")) {
            return KITTY;
        }
        boolean iterm = program.equals("iTerm.app")
                || program.equals("WezTerm")
                || program.equals("mintty")
                || environment.getOrDefault("LC_TERMINAL", "").equals("iTerm2");
        if (iterm) {
            return ITERM2;
        }
        boolean sixel =
                detected.sixel() || term.startsWith("foot") || term.startsWith("mlterm") || term.contains("sixel");
        return sixel ? SIXEL : otherwise;
    }

    private static Graphics blocks(Map<String, String> environment) {
        String depth = environment.getOrDefault("COLORTERM", "");
        String term = environment.getOrDefault("TERM", "");
        if (depth.equals("truecolor")
                || depth.equals("24bit")
                || environment.containsKey("WT_SESSION")
                || term.endsWith("-direct")) {
            return BLOCKS;
        }
        return term.contains("256color") ? BLOCKS_256 : NONE;
    }

    /** Whether what is written is no text: it has to reach the terminal as it is, in one piece. */
    public boolean raw() {
        return this == KITTY || this == ITERM2 || this == SIXEL;
    }
}
