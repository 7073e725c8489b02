package io.retake.dsl.problem;

/** Shortens a piece of a script to one line for a message. */
public final class OneLine {
    private static final int MOST = 40;

    private OneLine() {}

    public static String of(String text) {
        return of(text, MOST);
    }

    public static String of(String text, int most) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= most ? line : line.substring(0, most - 1) + "…";
    }
}
