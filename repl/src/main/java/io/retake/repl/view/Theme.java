package io.retake.repl.view;

import java.util.Locale;
import java.util.Map;

/**
 * The look of each {@link Role}. Immutable.
 *
 * @param colour whether to write escape sequences
 * @param unicode whether to use block characters and ticks; otherwise ASCII
 * @param look the colors
 */
public record Theme(boolean colour, boolean unicode, ThemeColors look) {
    /** Environment variable that selects the colors: a name of {@link ThemeColors} in lower case. */
    public static final String VARIABLE = "RETAKE_THEME";

    private static final String RESET = "\u001b[0m";

    /** Creates a theme with the standard colors. */
    public Theme(boolean colour, boolean unicode) {
        this(colour, unicode, ThemeColors.STANDARD);
    }

    /**
     * Returns the theme for one stream. {@code NO_COLOR} (https://no-color.org) and {@code TERM=dumb} switch colors
     * off, {@code CLICOLOR_FORCE} switches them on without a terminal (https://bixense.com/clicolors).
     */
    public static Theme of(Map<String, String> environment, boolean terminal) {
        ThemeColors look = ThemeColors.named(environment.getOrDefault(VARIABLE, ""));
        return new Theme(look != ThemeColors.PLAIN && colours(environment, terminal), unicode(environment), look);
    }

    private static boolean colours(Map<String, String> environment, boolean terminal) {
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
            return false;
        }
        String force = environment.getOrDefault("CLICOLOR_FORCE", "");
        if (!force.isEmpty() && !force.equals("0")) {
            return true;
        }
        return terminal && !"dumb".equals(environment.get("TERM")) && !"0".equals(environment.get("CLICOLOR"));
    }

    /** Windows Terminal sets WT_SESSION; the old console's font lacks the blocks. Elsewhere the locale decides. */
    private static boolean unicode(Map<String, String> environment) {
        if (environment.getOrDefault("OS", "").startsWith("Windows")) {
            return environment.containsKey("WT_SESSION");
        }
        String locale = first(environment, "LC_ALL", "LC_CTYPE", "LANG").toUpperCase(Locale.ROOT);
        return locale.isEmpty() || locale.contains("UTF-8") || locale.contains("UTF8");
    }

    private static String first(Map<String, String> environment, String... names) {
        for (String name : names) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    /** Paints a text in the look of a role. Empty text stays empty. */
    public String paint(Role role, String text) {
        return colour && !text.isEmpty() ? "\u001b[" + look.code(role) + "m" + text + RESET : text;
    }

    /** Marks a success. */
    public String tick() {
        return paint(Role.GOOD, unicode ? "✓" : "ok");
    }

    /** Marks a failure. */
    public String cross() {
        return paint(Role.BAD, unicode ? "✗" : "x");
    }

    /** Marks an optional item that is absent. */
    public String dash() {
        return paint(Role.ASIDE, unicode ? "–" : "-");
    }

    /** Separates an old value from the new one. */
    public String arrow() {
        return unicode ? "→" : "->";
    }

    /** Replaces omitted text. */
    public String ellipsis() {
        return unicode ? "…" : "..";
    }
}
