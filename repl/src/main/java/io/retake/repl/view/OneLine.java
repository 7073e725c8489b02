package io.retake.repl.view;

import io.retake.core.protocol.TerminalText;
import java.util.regex.Pattern;

/** Names and messages from elsewhere, made safe to stand in a line. */
public final class OneLine {
    private static final Pattern BREAKS = Pattern.compile("\\s+");

    private OneLine() {}

    /** Without control characters, escape sequences and direction overrides; any white space is one space. */
    public static String of(String text) {
        // Nearly all names are plain, and a timeline has thousands.
        if (text.chars().allMatch(c -> c >= ' ' && c < 127) && !text.contains("  ")) {
            return text.strip();
        }
        return BREAKS.matcher(TerminalText.clean(text)).replaceAll(" ").strip();
    }
}
