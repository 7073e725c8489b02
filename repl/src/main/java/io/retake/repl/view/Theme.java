package io.retake.repl.view;

import java.util.Locale;
import java.util.Map;

/**
 * How each {@link Role} looks, in one place. Immutable.
 *
 * @param colour whether escape sequences are written at all
 * @param unicode whether block characters and ticks can be shown; otherwise ASCII stands in
 */
public record Theme(boolean colour, boolean unicode) {
    private static final String RESET = "\u001b[0m";

    /**
     * The theme for one stream. {@code NO_COLOR} (https://no-color.org) and {@code TERM=dumb} switch colours off,
     * {@code CLICOLOR_FORCE} switches them on where there is no terminal (https://bixense.com/clicolors).
     */
    public static Theme of(Map<String, String> environment, boolean terminal) {
        return new Theme(colours(environment, terminal), unicode(environment));
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
        return colour && !text.isEmpty() ? "\u001b[" + code(role) + "m" + text + RESET : text;
    }

    /**
     * Only the sixteen colours that a person's own palette defines: they are readable on light and on dark. Bars have
     * black letters on a colour, which every palette keeps apart.
     */
    private static String code(Role role) {
        return switch (role) {
            case GOOD, BAR_DONE, ADDED -> "32";
            case BAD -> "1;31";
            case REMOVED -> "31";
            case WARNING, CHANGED -> "33";
            case EMPHASIS -> "1";
            case ASIDE, BAR_REST -> "2";
            case VIDEO -> "30;46";
            case OVERLAY -> "30;45";
            case AUDIO -> "30;42";
            case TEXT -> "30;43";
            case OTHER -> "30;47";
            case WAVE -> "36";
        };
    }

    /** Beside what is done. */
    public String tick() {
        return paint(Role.GOOD, unicode ? "✓" : "ok");
    }

    /** Beside what went wrong. */
    public String cross() {
        return paint(Role.BAD, unicode ? "✗" : "x");
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
