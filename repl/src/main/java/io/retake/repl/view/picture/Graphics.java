package io.retake.repl.view.picture;

import io.retake.repl.view.Theme;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

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

    private static final Pattern INLINE = Pattern.compile("iTerm|WezTerm|mintty");

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
        Optional<Graphics> wish = wish(environment);
        if (wish.isPresent()) {
            return wish.get();
        }
        if (!theme.colour()) {
            return NONE;
        }
        Graphics blocks = blocks(environment);
        if (isMultiplexed(environment)) {
            // tmux draws sixels itself where it says so; other graphics it swallows, or they stay where the pane was.
            return detected.sixel() ? SIXEL : blocks;
        }
        return detected.answered() ? byAnswer(environment, detected, blocks) : byName(environment, blocks);
    }

    /** What a person wants, whatever the terminal says; empty when nothing was said. */
    private static Optional<Graphics> wish(Map<String, String> environment) {
        String wish =
                environment.getOrDefault(VARIABLE, "").toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values()).filter(g -> g.name().equals(wish)).findFirst();
    }

    /** Whether it is worth while to ask the terminal: whether its answer could change anything. */
    public static boolean depends(Map<String, String> environment, Theme theme) {
        return wish(environment).isEmpty()
                && theme.colour()
                && !environment.getOrDefault("TERM", "dumb").startsWith("dumb");
    }

    /** Whether tmux or screen stands between. */
    public static boolean isMultiplexed(Map<String, String> environment) {
        String term = environment.getOrDefault("TERM", "");
        return environment.containsKey("TMUX")
                || environment.containsKey("STY")
                || term.startsWith("screen")
                || term.startsWith("tmux");
    }

    /** A variable may be left over from the terminal that another one was started from; an answer is not. */
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

    /** Whether what is written is no text: it has to reach the terminal as it is, in one piece. */
    public boolean raw() {
        return this == KITTY || this == ITERM2 || this == SIXEL;
    }
}
