package io.retake.repl.completion;

/**
 * A completion candidate at the cursor.
 *
 * @param value the inserted text
 * @param shown the text in a list
 * @param about a short description; may be empty
 * @param group its heading in a list; may be empty
 * @param ends whether a space follows it
 */
public record Choice(String value, String shown, String about, String group, boolean ends) {

    /** Creates a choice that is shown as it is inserted. */
    public static Choice of(String value, String about) {
        return new Choice(value, value, about, "", false);
    }

    /** Returns a copy followed by a space. */
    public Choice ending() {
        return new Choice(value, shown, about, group, true);
    }

    /** Returns a copy under a heading. */
    public Choice under(String heading) {
        return new Choice(value, shown, about, heading, ends);
    }

    /** Whether the inserted or the shown text begins with the typed text, in any case. */
    boolean begins(String typed) {
        return starts(value, typed) || starts(shown, bare(typed));
    }

    /** Whether the shown text contains the typed text, if that has two characters or more. */
    boolean contains(String typed) {
        String bare = bare(typed).toLowerCase(java.util.Locale.ROOT);
        return bare.length() > 1 && shown.toLowerCase(java.util.Locale.ROOT).contains(bare);
    }

    private static String bare(String typed) {
        return typed.startsWith("'") || typed.startsWith("\"") ? typed.substring(1) : typed;
    }

    private static boolean starts(String text, String typed) {
        return text.regionMatches(true, 0, typed, 0, typed.length());
    }
}
