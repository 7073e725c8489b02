package io.retake.repl.view;

import java.util.Locale;

/** The colors of the roles, for {@link Theme} only. */
public enum ThemeColors {
    /** The sixteen colors of the user's own palette: readable on a light and on a dark background. */
    STANDARD,
    /** Softer colors of the 256, for a dark background. */
    DARK,
    /** Deeper colors of the 256, for a light background. */
    LIGHT,
    /** Blue and orange instead of green and red, which one man in twelve can't distinguish. */
    SAFE,
    /** No colors. */
    PLAIN;

    /** Finds the colors by name, in any case; {@link #STANDARD} for an unknown name. */
    static ThemeColors named(String name) {
        for (ThemeColors look : values()) {
            if (look.name().equals(name.toUpperCase(Locale.ROOT))) {
                return look;
            }
        }
        return STANDARD;
    }

    /** Returns the parameters of the escape sequence. Bars have dark text on a color, readable in every palette. */
    String code(Role role) {
        return switch (this) {
            case STANDARD, PLAIN -> standard(role);
            case DARK -> dark(role);
            case LIGHT -> light(role);
            case SAFE -> safe(role);
        };
    }

    private static String standard(Role role) {
        return switch (role) {
            case GOOD, BAR_DONE, ADDED -> "32";
            case BAD -> "1;31";
            case REMOVED -> "31";
            case WARNING, CHANGED, QUOTED -> "33";
            case EMPHASIS -> "1";
            case ASIDE, BAR_REST -> "2";
            case VIDEO -> "30;46";
            case OVERLAY -> "30;45";
            case AUDIO -> "30;42";
            case TEXT -> "30;43";
            case OTHER -> "30;47";
            case WAVE, NUMBER -> "36";
        };
    }

    private static String dark(Role role) {
        return switch (role) {
            case GOOD, BAR_DONE, ADDED -> "38;5;114";
            case BAD -> "1;38;5;203";
            case REMOVED -> "38;5;203";
            case WARNING, CHANGED, QUOTED -> "38;5;180";
            case EMPHASIS -> "1";
            case ASIDE, BAR_REST -> "38;5;244";
            case VIDEO -> "38;5;16;48;5;74";
            case OVERLAY -> "38;5;16;48;5;140";
            case AUDIO -> "38;5;16;48;5;108";
            case TEXT -> "38;5;16;48;5;179";
            case OTHER -> "38;5;16;48;5;249";
            case WAVE, NUMBER -> "38;5;116";
        };
    }

    private static String light(Role role) {
        return switch (role) {
            case GOOD, BAR_DONE, ADDED -> "38;5;28";
            case BAD -> "1;38;5;124";
            case REMOVED -> "38;5;124";
            case WARNING, CHANGED, QUOTED -> "38;5;94";
            case EMPHASIS -> "1";
            case ASIDE, BAR_REST -> "38;5;243";
            case VIDEO -> "38;5;16;48;5;153";
            case OVERLAY -> "38;5;16;48;5;183";
            case AUDIO -> "38;5;16;48;5;151";
            case TEXT -> "38;5;16;48;5;222";
            case OTHER -> "38;5;16;48;5;252";
            case WAVE, NUMBER -> "38;5;25";
        };
    }

    private static String safe(Role role) {
        return switch (role) {
            case GOOD, BAR_DONE, ADDED -> "38;5;32";
            case BAD -> "1;38;5;208";
            case REMOVED -> "38;5;208";
            case WARNING, CHANGED, QUOTED -> "38;5;178";
            case EMPHASIS -> "1";
            case ASIDE, BAR_REST -> "38;5;244";
            case VIDEO -> "38;5;16;48;5;75";
            case OVERLAY -> "38;5;16;48;5;175";
            case AUDIO -> "38;5;16;48;5;36";
            case TEXT -> "38;5;16;48;5;220";
            case OTHER -> "38;5;16;48;5;250";
            case WAVE, NUMBER -> "38;5;38";
        };
    }
}
