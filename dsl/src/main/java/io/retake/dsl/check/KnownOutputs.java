package io.retake.dsl.check;

import java.util.List;

/**
 * The files that a script makes before it may name them, as far as they are known without running it. Immutable.
 *
 * @param names what {@code to:} says
 * @param titles what sessions are called: their exports begin with it
 * @param others whether some names are known only when it runs
 */
public record KnownOutputs(List<String> names, List<String> titles, boolean others) {
    static final KnownOutputs NONE = new KnownOutputs(List.of(), List.of(), false);

    public KnownOutputs {
        names = List.copyOf(names);
        titles = List.copyOf(titles);
    }

    /** Whether one is sure to be of that name. */
    public boolean named(String file) {
        return names.stream().anyMatch(name -> last(name).equals(last(file)));
    }

    /** Whether one may be: what is named after a title may have a number behind it. */
    public boolean mayBe(String file) {
        return others || named(file) || titles.stream().anyMatch(title -> isAfter(file, title));
    }

    /** Whether a file is called after something: {@code talk-2.mp4} after {@code talk}. */
    public static boolean isAfter(String file, String stem) {
        String rest = last(file).startsWith(stem) ? last(file).substring(stem.length()) : "letter";
        return rest.isEmpty() || !Character.isLetterOrDigit(rest.charAt(0));
    }

    /** Without its folders. */
    public static String last(String file) {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }
}
