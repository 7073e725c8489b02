package io.retake.repl.completion;

/**
 * Something that can stand at the cursor.
 *
 * @param value what is written
 * @param shown what a list shows of it
 * @param about what it is, in a few words; may be empty
 * @param group the heading that it stands under in a list; may be empty
 * @param ends whether a space follows it
 */
public record Choice(String value, String shown, String about, String group, boolean ends) {

    /** One that is shown as it is written. */
    public static Choice of(String value, String about) {
        return new Choice(value, value, about, "", false);
    }

    /** The same, with a space after it. */
    public Choice ending() {
        return new Choice(value, shown, about, group, true);
    }

    /** The same under a heading. */
    public Choice under(String heading) {
        return new Choice(value, shown, about, heading, ends);
    }

    /** Whether it goes on from what is typed: it begins so, as it is written or as it is shown. */
    boolean begins(String typed) {
        return starts(value, typed) || starts(shown, bare(typed));
    }

    /** Whether what is typed is somewhere in it. */
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
