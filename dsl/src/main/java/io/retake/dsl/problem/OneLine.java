package io.retake.dsl.problem;

/** A piece of a script in a message: short, and without line ends. */
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
