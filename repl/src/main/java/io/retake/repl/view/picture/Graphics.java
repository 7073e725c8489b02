package io.retake.repl.view.picture;

import io.retake.repl.view.Theme;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The ways to show pictures in a terminal, best first. */
public enum Graphics {
    /** The graphics protocol of kitty, also in Ghostty and Konsole. */
    KITTY,
    /** The inline images of iTerm2, also in WezTerm and mintty. */
    ITERM2,
    /** DEC's sixels: foot, mlterm, xterm if compiled in, Windows Terminal from 1.22. */
    SIXEL,
    /** Block characters in 24-bit colors. */
    BLOCKS,
    /** Block characters in 256 colors. */
    BLOCKS_256,
    /** No pictures: only the file name. */
    NONE;

    private static final Pattern INLINE = Pattern.compile("iTerm|WezTerm|mintty");

    /** Environment variable that overrides the detection: one of these names in lower case. */
    public static final String VARIABLE = "RETAKE_GRAPHICS";

    /**
     * Selects the best way for this terminal.
     *
     * @param environment the variables set by the terminal
     * @param theme a theme without color disables pictures
     * @param detected the terminal's answers
     */
    public static Graphics of(Map<String, String> environment, Theme theme, Detected detected) {
        Optional<Graphics> wish = wish(environment);
        if (wish.isPresent()) {
            return wish.get();
        }
        if (!theme.colour()) {
            return NONE;
        }
        Graphics blocks = blocks(environment);
        if (isMultiplexed(environment)) {
            // tmux draws sixels itself if it reports them; it discards other graphics, or they don't move with the
            // pane.
            return detected.sixel() ? SIXEL : blocks;
        }
        return detected.answered() ? byAnswer(environment, detected, blocks) : byName(environment, blocks);
    }

    /** Returns the user's choice; empty if there is none. */
    private static Optional<Graphics> wish(Map<String, String> environment) {
        String wish =
                environment.getOrDefault(VARIABLE, "").toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values()).filter(g -> g.name().equals(wish)).findFirst();
    }

    /** Whether the terminal's answers matter, so that a query is worthwhile. */
    public static boolean depends(Map<String, String> environment, Theme theme) {
        return wish(environment).isEmpty()
                && theme.colour()
                && !environment.getOrDefault("TERM", "dumb").startsWith("dumb");
    }

    /** Whether the program runs in tmux or screen. */
    public static boolean isMultiplexed(Map<String, String> environment) {
        String term = environment.getOrDefault("TERM", "");
        return environment.containsKey("TMUX")
                || environment.containsKey("STY")
                || term.startsWith("screen")
                || term.startsWith("tmux");
    }

    /**
     * Decides by the terminal's answers. Variables may be inherited from another terminal that started this one;
     * answers can't be.
     */
    private static Graphics byAnswer(Map<String, String> environment, Detected detected, Graphics otherwise) {
        if (detected.kitty()) {
            return KITTY;
        }
        boolean unnamed = detected.name().isEmpty();
        boolean inline = unnamed
                ? saysInline(environment)
                : INLINE.matcher(detected.name()).lookingAt();
        return inline ? ITERM2 : detected.sixel() ? SIXEL : otherwise;
    }

    private static Graphics byName(Map<String, String> environment, Graphics otherwise) {
        String term = environment.getOrDefault("TERM", "");
        if (environment.containsKey("KITTY_WINDOW_ID")
                || term.equals("xterm-kitty")
                || term.equals("xterm-ghostty")
                || environment.getOrDefault("TERM_PROGRAM", "").equals("ghostty")) {
            return KITTY;
        }
        if (saysInline(environment)) {
            return ITERM2;
        }
        boolean sixel = term.startsWith("foot") || term.startsWith("mlterm") || term.contains("sixel");
        return sixel ? SIXEL : otherwise;
    }

    private static boolean saysInline(Map<String, String> environment) {
        return INLINE.matcher(environment.getOrDefault("TERM_PROGRAM", "")).lookingAt()
                || environment.getOrDefault("LC_TERMINAL", "").equals("iTerm2");
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

    /**
     * Whether the output is an escape sequence rather than text, which must reach the terminal unchanged and in one
     * piece.
     */
    public boolean raw() {
        return this == KITTY || this == ITERM2 || this == SIXEL;
    }
}
