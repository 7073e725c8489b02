package io.retake.core.protocol;

import java.util.regex.Pattern;

/**
 * Makes text from outside safe to show: it cannot move the cursor, retitle the window or reverse the reading direction.
 */
public final class TerminalText {
    // Sequences as in ECMA-48, section 5.4 and 8.3, in their 7-bit and 8-bit forms. An unterminated string sequence
    // loses only its introducer, so that a stray byte can't make a whole answer vanish.
    private static final String CSI = "(?:\\x1b\\[|\\x9b)[\\x30-\\x3f]*[\\x20-\\x2f]*[\\x40-\\x7e]";
    private static final String STRING =
            "(?:\\x1b[\\]PX^_]|[\\x9d\\x90\\x98\\x9e\\x9f])[^\\x07\\x1b\\x9c\\x9d\\x90\\x98\\x9e\\x9f]*+(?:\\x07|\\x1b\\\\|\\x9c)";
    private static final String OTHER_ESCAPE = "\\x1b[\\x20-\\x2f]*[\\x30-\\x7e]?";
    private static final Pattern SEQUENCE = Pattern.compile(CSI + "|" + STRING + "|" + OTHER_ESCAPE);
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|[\\x{85}\\x{2028}\\x{2029}]");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f]");
    private static final Pattern BIDI = Pattern.compile("[\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}\\x{061c}]");

    private TerminalText() {}

    /**
     * Removes control characters, escape sequences and direction overrides. Newlines and tabs stay; every other kind of
     * line end becomes a newline.
     */
    public static String clean(String text) {
        String plain = SEQUENCE.matcher(text).replaceAll("");
        plain = LINE_END.matcher(plain).replaceAll("\n");
        plain = CONTROL.matcher(plain).replaceAll("");
        return BIDI.matcher(plain).replaceAll("");
    }

    /** Returns the cleaned text on one line, truncated to a number of characters. */
    public static String excerpt(String text, int longest) {
        String line = clean(text.length() > 4L * longest ? text.substring(0, 4 * longest) : text)
                .strip()
                .replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= longest
                ? line
                : line.substring(0, line.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
