package io.retake.repl.view;

import io.retake.core.protocol.TerminalText;
import java.util.regex.Pattern;

/** Sanitizes external names and messages for a single line. */
public final class OneLine {
    private static final Pattern BREAKS = Pattern.compile("\\s+");

    private OneLine() {}

    /** Removes control characters, escape sequences and direction overrides, and collapses white space. */
    public static String of(String text) {
        // Fast path: nearly all names are plain, and a timeline has thousands.
        if (text.chars().allMatch(c -> c >= ' ' && c < 127) && !text.contains("  ")) {
            return text.strip();
        }
        return BREAKS.matcher(TerminalText.clean(text)).replaceAll(" ").strip();
    }
}
