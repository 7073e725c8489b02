package io.retake.engine.http.server;

import io.retake.core.protocol.TerminalText;

/** Cleans names and texts from clients so that they are safe to store and to show. */
public final class CleanText {
    private static final int LONGEST_NAME = 200;

    private CleanText() {}

    /** Returns the display name of an uploaded file: never a path, and never used as one. */
    public static String fileName(String given) {
        String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        name = TerminalText.clean(name).replaceAll("[\\n\\t]", " ").strip();
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            // The end says what kind of file it is.
            name = name.substring(name.offsetByCodePoints(name.length(), -LONGEST_NAME));
        }
        return name.isEmpty() ? "file" : name;
    }

    /** Returns the beginning of a text, for a message. */
    public static String shortened(String text) {
        String clean = TerminalText.clean(text);
        return clean.length() <= 80 ? clean : clean.substring(0, clean.offsetByCodePoints(0, 60)) + "…";
    }
}
