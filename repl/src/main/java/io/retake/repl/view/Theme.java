package io.retake.repl.view;

import java.util.Locale;
import java.util.Map;

/**
 * How each {@link Role} looks, in one place. Immutable.
 *
 * @param colour whether escape sequences are written at all
 * @param unicode whether block characters and ticks can be shown; otherwise ASCII stands in
 * @param look which colours
 */
public record Theme(boolean colour, boolean unicode, ThemeColors look) {
    /** What names the look where a person wants another than the standard one: one of their names in lower case. */
    public static final String VARIABLE = "RETAKE_THEME";

    private static final String RESET = "\u001b[0m";

    /** The standard look. */
    public Theme(boolean colour, boolean unicode) {
        this(colour, unicode, ThemeColors.STANDARD);
    }

    /**
     * The theme for one stream. {@code NO_COLOR} (https://no-color.org) and {@code TERM=dumb} switch colours off,
     * {@code CLICOLOR_FORCE} switches them on where there is no terminal (https://bixense.com/clicolors).
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

    /** Windows Terminal sets WT_SESSION; the old console's font lacks the blocks. Elsewhere the locale says it. */
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

    /** The text as this role looks. Empty text stays empty. */
    public String paint(Role role, String text) {
        return colour && !text.isEmpty() ? "\u001b[" + look.code(role) + "m" + text + RESET : text;
    }

    /** Beside what is done. */
    public String tick() {
        return paint(Role.GOOD, unicode ? "✓" : "ok");
    }

    /** Beside what went wrong. */
    public String cross() {
        return paint(Role.BAD, unicode ? "✗" : "x");
    }

    /** Beside what isn't there and needn't be. */
    public String dash() {
        return paint(Role.ASIDE, unicode ? "–" : "-");
    }

    /** Between what was and what is. */
    public String arrow() {
        return unicode ? "→" : "->";
    }

    /** In place of what had no room. */
    public String ellipsis() {
        return unicode ? "…" : "..";
    }
}
